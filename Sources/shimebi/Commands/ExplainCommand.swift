import ArgumentParser
import Records
import Reports
import ServiceTerms

/// `shimebi explain ID`: every step that led to what the month says of a case, inquiry or contract (根拠の説明).
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains a case, inquiry or contract step by step (根拠の説明).")

  @Argument(help: "The id of a case, inquiry or contract.")
  var id: String

  @OptionGroup var month: MonthOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    try reportingFailures(to: console) {
      let run = MonthRun(month, common, console: console)
      let figures = try run.figures(try run.sources(), Books(path: month.ledger), isFinal: false)
      console.clearBar()
      let explanations = try Explainer(rules: figures.rules, result: figures.report.result)
        .explanations(of: Identifier(id))
      guard !explanations.isEmpty else {
        throw Failure(.badInput, "\(id): nothing in the month goes by this id")
      }
      print(
        explanations.map { Explanation.text(of: $0, labels: figures.labels) }
          .joined(separator: "\n"), terminator: "")
      return 0
    }
  }
}
