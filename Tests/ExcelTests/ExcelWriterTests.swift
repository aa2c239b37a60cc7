import Foundation
import Records
import Reports
import Testing

@testable import Excel

@Suite("Writing a workbook")
struct ExcelWriterTests {
  private func workbook() throws -> Workbook {
    var sheet = Sheet(name: "明細")
    sheet.put("締め日 月次報告", .title, at: Address(row: 1, column: 1))
    let rows = Rows(count: 40) { index, row in
      row.add("顧客\(index)")
      row.add(.yen(Yen(index * 1_000)))
      row.add(index % 3 == 0 ? "未達" : "達成", index % 3 == 0 ? .bad : .good)
    }
    let columns: [Table.Column] = [
      .init("顧客"), .init("金額", total: .sum, conditions: [.init(.dataBar(.blue))]),
      .init("判定", conditions: [.init(.equals("未達"), .bad)]),
    ]
    let placed = sheet.place(Table(columns: columns, rows: rows), at: Address(row: 3, column: 1))
    let series = Chart.Series(
      name: "金額", categories: .init(sheet: "明細", placed.column(0)),
      values: .init(sheet: "明細", placed.column(1)),
      colour: .blue)
    sheet.charts.append(
      Chart(kind: .column, title: "金額", series: [series], anchor: Address(row: 3, column: 6)))
    var workbook = Fixture.workbook([sheet])
    workbook.definedNames.append(.init("amounts", sheet: "明細", placed.column(1)))
    return workbook
  }

  @Test("The same value gives the same bytes")
  func sameBytes() throws {
    let scratch = try Scratch()
    try ExcelWriter().write(try workbook(), to: scratch.path("a.xlsx"))
    try ExcelWriter().write(try workbook(), to: scratch.path("b.xlsx"))
    let first = FileManager.default.contents(atPath: scratch.path("a.xlsx"))
    #expect(first != nil)
    #expect(first == FileManager.default.contents(atPath: scratch.path("b.xlsx")))
  }

  @Test(
    "Who watches a file sees its bytes, however it is written", arguments: ["shell", "long rows", "cast"])
  func watched(_ kind: String) throws {
    let scratch = try Scratch()
    var workbook = try workbook()
    var writer = ExcelWriter()
    switch kind {
    case "long rows": writer.longTable = 8
    case "cast":
      var sheet = Sheet(name: "請求書")
      sheet.put("御請求書", .title, at: Address(row: 1, column: 1))
      workbook = Fixture.workbook([sheet])
    default: break
    }
    var seen: [UInt8] = []
    try writer.write(workbook, to: scratch.path()) { seen += $0 }
    #expect(FileManager.default.contents(atPath: scratch.path()).map { Array($0) } == seen)
    #expect(seen.count > 1_000)
  }

  @Test("The file says when it was made by its month, not by a clock")
  func created() throws {
    let book = try Fixture.written(try workbook())
    let core = try #require(book.parts["docProps/core.xml"])
    #expect(core.contains(">2026-10-31T00:00:00Z</dcterms:created>"))
    #expect(core.contains("<dc:title>月次報告</dc:title>"))
    #expect(core.contains("<dc:creator>締め日</dc:creator>"))
  }

  @Test("A chart carries the figures that it draws")
  func chartCache() throws {
    let chart = try #require(try Fixture.written(try workbook()).parts["xl/charts/chart1.xml"])
    #expect(chart.contains("<c:v>顧客39</c:v>"))
    #expect(chart.contains("<c:v>39000</c:v>"))
  }

  @Test("Nothing is left behind when writing fails, and an older file stays")
  func failure() throws {
    let scratch = try Scratch()
    try ExcelWriter().write(try workbook(), to: scratch.path())
    let before = FileManager.default.contents(atPath: scratch.path())
    #expect(throws: ExcelFault.self) {
      try ExcelWriter().write(Fixture.workbook([Sheet(name: "a"), Sheet(name: "A")]), to: scratch.path())
    }
    #expect(FileManager.default.contents(atPath: scratch.path()) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["book.xlsx"])
  }

  @Test("A folder that is not there is a fault")
  func noFolder() throws {
    let scratch = try Scratch()
    #expect(throws: ExcelFault.self) {
      try ExcelWriter().write(try workbook(), to: scratch.path("no/such/book.xlsx"))
    }
  }
}
