import Records
import Reports
import Testing

@Suite("Tables longer than a sheet")
struct LongTablesTests {
  private func workbook(rows: Int, hasTotal: Bool, name: String = "明細") -> Workbook {
    var sheet = Sheet(name: name)
    sheet.put("表題", .title, at: Address(row: 1, column: 1))
    let rows = Rows(count: rows) { index, row in row.add(.number(index)) }
    sheet.place(
      Table(columns: [.init("番号", total: hasTotal ? .sum : nil)], rows: rows), at: Address(row: 3, column: 1))
    let month = Day(number: 20_727).month
    return Workbook(properties: .init(title: "", author: "", company: "", month: month), sheets: [sheet])
  }

  @Test(
    "Each sheet takes what it holds, the last one the rest",
    arguments: [
      (7, false, [7]), (8, false, [7, 1]), (6, true, [6]), (7, true, [6, 1]), (20, true, [6, 6, 6, 2]),
      (0, true, [0]),
    ])
  func parts(_ rows: Int, _ hasTotal: Bool, _ counts: [Int]) {
    let sheets = workbook(rows: rows, hasTotal: hasTotal).dividingLongTables(limit: 10).sheets
    #expect(sheets.flatMap(\.tables).map(\.table.rows.count) == counts)
    #expect(sheets.allSatisfy { $0.nextRow <= 11 })
  }

  @Test("Every row stands in exactly one part, in order")
  func order() {
    let sheets = workbook(rows: 20, hasTotal: true).dividingLongTables(limit: 10).sheets
    var (row, seen) = (Row(), [Cell]())
    for table in sheets.flatMap(\.tables).map(\.table) {
      for index in 0..<table.rows.count {
        table.rows.read(index, into: &row)
        seen += row.cells
      }
    }
    #expect(seen == (0..<20).map { .number($0) })
  }

  @Test("The parts have the heading and a number; the total stands in the last")
  func headings() {
    let sheets = workbook(rows: 20, hasTotal: true, name: String(repeating: "長", count: 31))
      .dividingLongTables(limit: 10).sheets
    #expect(sheets.map(\.name)[1] == String(repeating: "長", count: 27) + " (2)")
    #expect(sheets.allSatisfy { $0.cells.count == 1 })
    #expect(sheets.flatMap(\.tables).map { $0.totalRow != nil } == [false, false, false, true])
    #expect(sheets[3].tables[0].earlier.map(\.sheet) == sheets.prefix(3).map(\.name))
  }
}
