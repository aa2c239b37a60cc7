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
        common.lang == .ja
          ? "\(path): \(result.closes)か月、\(result.rows)行、連鎖は正しく、最後のハッシュは \(result.lastHash)"
          : "\(path): \(result.closes) months, \(result.rows) rows, chain intact, last hash \(result.lastHash)"
      )
      return []
    }
    let (kind, month) = (difference.kind.rawValue, difference.month)
    return [
      common.lang == .ja
        ? "\(path): \(kind): \(difference.table) の行 \(difference.key)" + (month.map { " (\($0))" } ?? "")
        : "\(path): \(kind): \(difference.table), row \(difference.key)" + (month.map { " of \($0)" } ?? "")
    ]
  }

  private func outputProblems(of folder: String) throws -> [String] {
    let manifest: Manifest
    do { manifest = try Manifest.read(folder: folder) } catch {
      throw Failure(
        .badInput, ja: "\(folder)/\(Manifest.fileName): 読めません。run か close の出力フォルダを --output で示してください",
        en:
          "\(folder)/\(Manifest.fileName): cannot be read; name a folder that run or close wrote with --output"
      )
    }
    let differences: [Manifest.Difference]
    do throws(Failure) { differences = try manifest.differences(in: folder, jobs: common.jobs) } catch {
      throw Failure(.badInput, error.message)
    }
    if differences.isEmpty {
      let count = manifest.files.count
      print(
        "\(folder): " + (common.lang == .ja ? "\(count)ファイルすべて書いたときのまま" : "\(count) files, all as written"))
    }
    return differences.map { "\(folder)/\($0.name): \($0.message[common.lang])" }
  }
}
