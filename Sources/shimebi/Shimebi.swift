import ArgumentParser

/// 締め日: the month-end of a maintenance provider.
@main
struct Shimebi: ParsableCommand {
  static let version = "1.0.0"

  static let configuration = CommandConfiguration(
    commandName: "shimebi",
    abstract: "Runs the month-end of a maintenance provider for QNAP storage (締め処理).",
    discussion: """
      Exit status: 0 done; 1 done, but rows were rejected or errors found; 64 usage; 65 bad input, nothing written; \
      70 internal, or a control total failed; 73 cannot write; 75 locked, try again.
      """,
    version: version,
    subcommands: [
      Run.self, Close.self, Check.self, Explain.self, Status.self, Verify.self, Calendar.self,
    ])
}
