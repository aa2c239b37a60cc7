import ArgumentParser

/// `shimebi run`: a month as a draft; the ledger is only read (下書き).
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a month, computes it and writes all outputs as a draft (下書きの作成).")

  @OptionGroup var month: MonthOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    try reportingFailures(to: console) {
      let run = MonthRun(month, common, console: console)
      let folder = try OutputFolder(path: output.folder(of: run.month))
      do {
        let writer = OutputWriter(figures: try run.figures(), options: output, common: common, console: console)
        try writer.write(to: folder)
        try folder.publish()
        console.ended(.publish)
        return writer.exitStatus
      } catch {
        folder.discard()
        throw error
      }
    }
  }
}
