import ArgumentParser
import Foundation
import Ledger
import Records

/// `shimebi verify`: recomputes the ledger's chain and the outputs' digests (改ざんの検査).
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recomputes the ledger's chain and the output's manifest (改ざんの検査).")

  @Option(help: "The ledger of the closed months. Default: ledger.sqlite, where there is one.")
  var ledger: String?
  @Option(help: "An output folder, to be held against its manifest.")
  var output: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    try reportingFailures(to: console) {
      var problems = try ledgerProblems()
      if let output { problems += try outputProblems(of: output) }
      for problem in problems { print(problem) }
      return problems.isEmpty ? 0 : Failure.Kind.badInput.rawValue
    }
  }

  /// A missing ledger is only no problem where an output folder is to be verified and no ledger was named.
  private func ledgerProblems() throws -> [String] {
    let path = ledger ?? "ledger.sqlite"
    if output != nil, ledger == nil, !FileManager.default.fileExists(atPath: path) { return [] }
    let result = try Ledger(opening: path).verify()
    guard let difference = result.firstDifference else {
      print(
        "\(path): \(result.closes) months, \(result.rows) rows, chain intact, last hash \(result.lastHash)")
      return []
    }
    let month = difference.month.map { " of \($0)" } ?? ""
    return ["\(path): \(difference.kind.rawValue): \(difference.table), row \(difference.key)\(month)"]
  }

  private func outputProblems(of folder: String) throws -> [String] {
    let manifest: Manifest
    do { manifest = try Manifest.read(folder: folder) } catch {
      throw Failure(
        .badInput,
        "\(folder)/\(Manifest.fileName): cannot be read; name a folder that run or close wrote with --output")
    }
    let differences: [String]
    do throws(Failure) { differences = try manifest.differences(in: folder, jobs: common.jobs) } catch {
      throw Failure(.badInput, error.description)
    }
    if differences.isEmpty { print("\(folder): \(manifest.files.count) files, all as written") }
    return differences.map { "\(folder)/\($0)" }
  }
}
