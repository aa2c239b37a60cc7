import ArgumentParser

/// `shimebi run`: a month as a draft; the ledger is only read (下書き).
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Reads a month, computes it and writes all outputs as a draft (下書きの作成).")

  @OptionGroup var month: MonthOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    console.outliveReader()
    try reportingFailures(to: console) {
      let lock = try Locking.lock(ledger: month.ledger, isReader: true, waits: month.wait)
      defer { withExtendedLifetime(lock) {} }
      let run = MonthRun(month, common, console: console, journals: output.journal.packages)
      let figures = try run.figures(try run.sources(), Books(path: month.ledger), isFinal: false)
      figures.keepUntilTheEnd()
      let folder = output.folder(of: run.month)
      let status = try OutputWriter(figures: figures, options: output, common: common, console: console)
        .write(to: OutputFolder(path: folder, sources: run.sourcePaths))
      if status != 0 { console.pointToFindings(figures.report, in: folder) }
      return status
    }
  }
}
