import ArgumentParser
import Foundation

/// `shimebi verify`: recomputes the ledger's chain and the outputs' digests (改ざんの検査).
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recomputes the ledger's chain and the output's manifest (改ざんの検査).")

  @Option(help: "The ledger of the closed months.")
  var ledger = "ledger.sqlite"
  @Option(help: "An output folder, to be held against its manifest.")
  var output: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    try reportingFailures(to: console) {
      var problems: [String] = []
      if let output { problems += try outputProblems(of: output) }
      for problem in problems { print(problem) }
      return problems.isEmpty ? 0 : Failure.Kind.badInput.rawValue
    }
  }

  private func outputProblems(of folder: String) throws -> [String] {
    let manifest: Manifest
    do { manifest = try Manifest.read(folder: folder) } catch {
      throw Failure(.badInput, "\(folder)/\(Manifest.fileName): cannot be read")
    }
    let differences = try manifest.differences(in: folder, jobs: common.jobs)
    if differences.isEmpty { print("\(folder): \(manifest.files.count) files, all as written") }
    return differences.map { "\(folder)/\($0)" }
  }
}
