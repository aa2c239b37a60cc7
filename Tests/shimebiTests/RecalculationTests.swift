import Excel
import Foundation
import Records
import Reports
import Testing

/// What the workbooks show without recalculating, against what LibreOffice computes anew.
///
/// A viewer that does not recalculate shows the cached values, so every one of them must be true. Where LibreOffice is
/// not installed (`apt-get install libreoffice-calc-nogui`) these tests are skipped, and say so.
@Suite(
  "LibreOffice computes the values that the workbooks carry",
  .enabled(if: Office.program != nil, "LibreOffice is not installed: apt-get install libreoffice-calc-nogui"),
  .serialized)
struct RecalculationTests {
  @Test("The comparison would see a wrong value: of a sum, a text, a reference and a date")
  func wrongValues() throws {
    let scratch = try Scratch()
    var sheet = Sheet(name: "表")
    sheet.place(
      Table(
        name: "Figures", columns: [Table.Column("数", total: .formula("SUBTOTAL(109,{column})", .number(4)))],
        rows: Rows([[.number(1)], [.number(2)]])), at: Address(row: 1, column: 1))
    let wrong: [Cell] = [
      .formula("IF(A2=1,\"x\",\"y\")", .text("y")), .formula("'表'!A3", .number(3)),
      .formula("WORKDAY.INTL(46300,1,1)", .day(try #require(Day(year: 2026, month: 10, day: 9)))),
      .formula("1+1", .number(2)),
    ]
    for (index, cell) in wrong.enumerated() { sheet.put(cell, at: Address(row: 1 + index, column: 3)) }
    let month = try #require(BillingMonth("2026-10"))
    let workbook = Workbook(
      properties: Workbook.Properties(title: "t", author: "a", company: "c", month: month), sheets: [sheet])
    try ExcelWriter().write(workbook, to: scratch.path("wrong.xlsx"))
    let found = try Office.formulas(of: [scratch.path("wrong.xlsx")], scratch)
    let cells = try #require(found["wrong"])
    #expect(cells.cached.count == 5 && cells.computed.count == 5)
    #expect(cells.differences.count == 4, "\(cells.differences)")
  }

  @Test("Every formula cell of a closed, a broken and an empty month, in Japanese and English")
  func sampleMonths() throws {
    let scratch = try Scratch()
    let paths = try ["ja", "en"].flatMap { try books(in: $0, scratch) }
    for (name, cells) in try Office.formulas(of: paths, scratch) {
      #expect(cells.cached.count > 30, "\(name) has formulas")
      #expect(cells.differences.isEmpty, "\(name): \(cells.differences)")
    }
  }

  /// The workbooks of the last of three closed months, of a broken and of an empty one, under names of their own.
  private func books(in language: String, _ scratch: Scratch) throws -> [String] {
    func output(_ month: String) -> String { scratch.path("\(language)-\(month)") }
    for month in ["2026-08", "2026-09", "2026-10"] {
      let opening = month == "2026-08" ? ["--open-from", month] : []
      let outcome = try Program.run(
        ["close", "--month", month, "--input", "Samples/\(month)", "--output", output(month)]
          + ["--ledger", scratch.path("\(language).sqlite"), "--lang", language] + opening)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    for (name, input) in [("broken", "Samples/broken"), ("empty", try emptyMonth(scratch))] {
      let outcome = try Program.run(
        "run", "--month", "2026-10", "--input", input, "--output", output(name),
        "--ledger", scratch.path("none.sqlite"), "--lang", language)
      #expect(outcome.status == (name == "broken" ? 1 : 0), "\(outcome.errors)")
    }
    return try ["2026-10", "broken", "empty"].flatMap { month in
      try ["management", "billing"].map { book in
        let copy = scratch.path("\(language)-\(month)-\(book).xlsx")
        try FileManager.default.copyItem(atPath: "\(output(month))/\(book).xlsx", toPath: copy)
        return copy
      }
    }
  }

  /// Exports with their headings alone.
  private func emptyMonth(_ scratch: Scratch) throws -> String {
    let folder = scratch.path("empty-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["contracts.csv", "cases.csv", "ticket_usage.csv"] {
      let export = try Data(contentsOf: Program.root.appending(path: "Samples/2026-10/\(name)"))
      try Data(export.prefix { $0 != 10 } + [10]).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    return folder
  }
}
