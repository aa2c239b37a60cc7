public import Intake
public import Records

/// The texts of a month (月次の文面): the mail to managers, and the findings for whoever mends the export.
public struct MonthTexts: Sendable {
  private let summary: TextTemplate
  private let findings: TextTemplate
  private let labels: Labels

  /// The templates' names in `Templates/`, for the reader of files.
  public static func names(_ language: Language) -> (summary: String, findings: String) {
    ("summary.\(language.rawValue).mustache", "findings.\(language.rawValue).mustache")
  }

  /// - Parameters:
  ///   - summary: the text of `summary.<language>.mustache`.
  ///   - findings: the text of `findings.<language>.mustache`.
  public init(summary: String, findings: String, labels: Labels) throws(TemplateFault) {
    let names = Self.names(labels.language)
    self.summary = try TextTemplate(summary, file: names.summary, shape: SummaryText.shape)
    self.findings = try TextTemplate(findings, file: names.findings, shape: FindingsText.shape)
    self.labels = labels
  }

  /// `summary.txt`: 80 columns wide, aligned also with full-width characters.
  public func summary(_ report: MonthReport, _ overview: MonthOverview) -> String {
    summary.render(SummaryText(report: report, overview: overview, labels: labels).context)
  }

  /// `findings.txt`: by file, each with what is wrong and how to mend it.
  public func findings(_ report: MonthReport) -> String {
    findings.render(FindingsText(report: report, labels: labels).context)
  }
}
