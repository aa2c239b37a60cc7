import ArgumentParser
import Records
import Reports

/// `shimebi check`: reads a month and says what is wrong with it; writes nothing (入力の点検).
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads a month and reports findings only (入力の点検).")

  @OptionGroup var month: MonthOptions
  @Flag(help: "Warnings count as errors: exit status 1.")
  var strict = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    try reportingFailures(to: console) {
      let run = MonthRun(month, common, console: console)
      let figures = try run.figures(try run.sources(), Books(path: month.ledger), isFinal: false)
      console.clearBar()
      let labels = figures.labels
      for finding in figures.report.findings {
        print("\(labels[finding.severity]): \(labels.message(for: finding))")
      }
      let counts = figures.report.findings
      return counts.contains { $0.severity == .error || (strict && $0.severity == .warning) } ? 1 : 0
    }
  }
}
