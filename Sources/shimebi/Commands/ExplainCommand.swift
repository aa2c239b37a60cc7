import ArgumentParser
import Billing
import Ledger
import Records
import Reports
import ServiceTerms

/// `shimebi explain ID`: every step that led to what the program says of one thing (根拠の説明).
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a case, inquiry, contract, charge or document step by step (根拠の説明).",
    discussion:
      "Posted charges and documents need only the ledger; everything else needs --month and --input.")

  @Argument(help: "The id of a case, inquiry or contract, the key of a charge, or the number of a document.")
  var id: String
  @Option(help: "The month, such as 2026-10, or previous.")
  var month: MonthArgument?
  @Option(help: "The folder with the month's exports.")
  var input: String?
  @Option(help: "The ledger of the closed months.")
  var ledger = "ledger.sqlite"
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    try reportingFailures(to: console) {
      let books = try Books(path: ledger)
      let texts: [String]
      if let month, let input {
        let run = MonthRun(month: month.month, input: input, ledger: ledger, common, console: console)
        texts = try ofMonth(run.figures(try run.sources(), books, isFinal: false), books)
      } else {
        let templates = try TemplateFolder(path: common.templates, language: common.lang, jobs: common.jobs)
        texts = try ofLedger(books, templates.labels)
      }
      console.clearBar()
      guard !texts.isEmpty else {
        throw Failure(
          .badInput,
          ja: "\(id): この番号のものはありません"
            + (input == nil ? "。月と入力フォルダを --month と --input で示してください" : ""),
          en: "\(id): nothing goes by this id"
            + (input == nil ? "; name the month and its exports with --month and --input" : ""))
      }
      print(texts.joined(separator: "\n"), terminator: "")
      return 0
    }
  }

  private func ofMonth(_ figures: MonthRun.Figures, _ books: Books) throws -> [String] {
    let explanations = try Explainer(rules: figures.rules, result: figures.report.result)
      .explanations(of: Identifier(id))
    let line = figures.billing.lines.first { $0.key == Identifier(id) }
    return explanations.map { Explanation.text(of: $0, labels: figures.labels) }
      + (try ofLedger(books, figures.labels, line: line)) + findings(figures)
  }

  /// What was found about the id, such as why its row was rejected.
  private func findings(_ figures: MonthRun.Figures) -> [String] {
    let lines = figures.report.findings.filter { $0.key == id }.map {
      "\(figures.labels[$0.severity]): \(figures.labels.message(for: $0))\n"
    }
    return lines.isEmpty ? [] : [lines.joined()]
  }

  /// A charge with every posting of it, and a document with every line on it.
  private func ofLedger(_ books: Books, _ labels: Labels, line: ChargeLine? = nil) throws -> [String] {
    let text = ChargeText(labels: labels)
    let posted = try books.ledger?.postings(keysBeginningWith: id).filter { $0.key == Identifier(id) } ?? []
    // A month that is closed has posted its line.
    let open = posted.contains { $0.document.month == month?.month } ? nil : line
    let charge = text.charge(Identifier(id), posted: posted, line: open)
    let document = try DocumentNumber(id).flatMap { try books.ledger?.document($0) }.map(text.document)
    return [charge, document ?? ""].filter { !$0.isEmpty }
  }
}
