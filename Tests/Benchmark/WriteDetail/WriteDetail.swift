import ArgumentParser
import Excel
import Foundation
import Records
import Reports

/// Writes the cells of sla.csv as `floor/detail.c` does, and prints the seconds of writing alone (wall, CPU).
@main
struct WriteDetail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-detail",
    abstract: "Write the sheet of floor/detail.c with this program's writer, timed.")

  @Argument(help: "data/sla.csv of a month.")
  var input: String

  @Argument(help: "The workbook to write.")
  var output: String

  @Option(help: "Threads.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Leave everything to libxlsxwriter.")
  var plain = false

  func run() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: input))
    var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
    let header = fields(lines.removeFirst()).map { Table.Column($0, width: 18) }
    let rows = try lines.map { line in try zip(fields(line), Self.kinds).map { try cell($0, $1) } }
    var sheet = Sheet(name: "SLA")
    sheet.frozenAt = Address(row: 2, column: 1)
    sheet.place(
      Table(columns: header, rows: Rows(rows), isBanded: false), at: Address(row: 1, column: 1))
    let workbook = Workbook(
      properties: Workbook.Properties(
        title: "SLA", author: "", company: "", month: Day(number: 0).month),
      sheets: [sheet])

    let (wall, processor) = (ContinuousClock.now, clock())
    try ExcelWriter(jobs: jobs, isPlain: plain).write(workbook, to: output)
    let seconds = (ContinuousClock.now - wall) / .seconds(1)
    print(seconds, Double(clock() - processor) / Double(CLOCKS_PER_SEC))
  }

  /// i: instant, n: number, t: text; in the order of the columns of sla.csv.
  private static let kinds = "tttttiiitiiititttnn"

  /// The made-up months have no quotes in these columns.
  private func fields(_ line: Data) -> [String] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func cell(_ text: String, _ kind: Character) throws -> Cell {
    switch kind {
    case _ where text.isEmpty: .blank
    case "i": .instant(try instant(text))
    case "n": .number(Int(text) ?? 0)
    default: .text(text)
    }
  }

  /// `2026-10-06T24:00:00` is the next day's 0:00.
  private func instant(_ text: String) throws -> JSTInstant {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 6, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      throw ValidationError("'\(text)' in \(input) is no instant.")
    }
    return JSTInstant(
      seconds: Int(day.number) * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
  }
}
