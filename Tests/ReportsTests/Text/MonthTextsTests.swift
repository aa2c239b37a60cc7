import Mustache
import Records
import ServiceTerms
import Testing

@testable import Reports

@Suite("The texts of a month")
struct MonthTextsTests {
  private func texts(_ language: Language) throws -> MonthTexts {
    let names = MonthTexts.names(language)
    return try MonthTexts(
      summary: shippedTemplate(names.summary), findings: shippedTemplate(names.findings),
      labels: try shippedLabels(language))
  }

  /// A month with everything in it, and a customer whose name is 60 full-width characters long.
  static func fullMonth(_ change: (inout Edition) -> Void = { _ in }) throws -> MonthReport {
    var month = try DataFilesTests.month()
    month.contracts[0].customerName = String(repeating: "長", count: 60)
    month.contracts[1].customerName = "=1+1 \"A\" & <B>\n改行"
    month.rejectedRows = [.cases: 2]
    month.intakeFindings = [
      Finding(
        .invalidDate, file: "cases.csv", line: 12, column: "received_at", value: "2026-02-30", key: "C-9"),
      Finding(.noLedger),
    ]
    var report = try month.report(change)
    // More than the trend shows, as the ledger gives after a year.
    for back in (1...14).reversed() {
      report.history.append(
        MonthFigures(
          month: report.month + -back, services: [:], all: report.result.summary.all, freight: FreightShares()
        ))
    }
    return report
  }

  @Test("No line of the summary is wider than 80, whatever the names", arguments: Language.allCases)
  func width(language: Language) throws {
    for report in [try Self.fullMonth(), try SampleMonth().report()] {
      let summary = try texts(language).summary(report, try MonthOverview(report))
      for line in summary.split(separator: "\n") { #expect(String(line).halfWidths <= 80, "\(line)") }
      #expect(!summary.contains("{{") && !summary.contains("&amp;"))
      #expect(summary.hasSuffix("\n"))
    }
  }

  @Test("What needs a decision comes first: missed targets, parts not returned, contracts that lapse")
  func order() throws {
    let report = try Self.fullMonth()
    let labels = try shippedLabels(.ja)
    let summary = try texts(.ja).summary(report, try MonthOverview(report))
    let places = Concern.allCases.map { summary.firstRange(of: labels[$0])?.lowerBound }
    let found = places.compactMap(\.self)
    #expect(found.count == Concern.allCases.count)
    #expect(found == found.sorted())
    #expect(summary.contains("S-1"))
    #expect(summary.contains("66.6%"))
  }

  @Test("The values of both texts have exactly the names that templates are checked against")
  func shapes() throws {
    for report in [try Self.fullMonth(), try SampleMonth().report()] {
      let labels = try shippedLabels(.ja)
      let summary = SummaryText(report: report, overview: try MonthOverview(report), labels: labels)
      #expect(summary.context.fits(SummaryText.shape))
      #expect(FindingsText(report: report, labels: labels).context.fits(FindingsText.shape))
    }
  }

  @Test("The texts are what the Mustache library makes of the same templates", arguments: Language.allCases)
  func sameAsLibrary(language: Language) throws {
    let (names, labels, texts) = (
      MonthTexts.names(language), try shippedLabels(language), try texts(language)
    )
    for report in [try Self.fullMonth(), try SampleMonth().report()] {
      let overview = try MonthOverview(report)
      let summary = SummaryText(report: report, overview: overview, labels: labels).context
      #expect(texts.summary(report, overview) == (try library(names.summary, summary)))
      let findings = FindingsText(report: report, labels: labels).context
      #expect(texts.findings(report) == (try library(names.findings, findings)))
    }
  }

  private func library(_ template: String, _ context: TextContext) throws -> String {
    try MustacheTemplate(string: shippedTemplate(template)).render(context.object)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }

  @Test("Findings stand by file, each with line, column, value, what is wrong and what to do")
  func findings() throws {
    let text = try texts(.en).findings(try Self.fullMonth())
    #expect(text.contains("[General]  1"))
    #expect(text.contains("(rejected rows 2)"))
    #expect(
      text.contains(
        """
          line 12  Received  key C-9  value "2026-02-30"
            Error: "2026-02-30" cannot be read as the date "Received (received_at)".
            To do: Write a date that exists, from 1990 to 2100, such as 2026/10/5.
        """))
  }

  @Test("Without findings the text says so", arguments: Language.allCases)
  func noFindings(language: Language) throws {
    let text = try texts(language).findings(try SampleMonth().report())
    #expect(text.contains(language == .ja ? "確認事項はありません。" : "There are no findings."))
  }
}
