import Records
import Reports
import Testing

@testable import Excel

@Suite("Tables in the file")
struct TableWriterTests {
  private static let columns: [Table.Column] = [
    .init("顧客", total: .label("合計")), .init("金額", total: .sum), .init("備考", total: .count),
  ]

  private func written(_ rows: Rows) throws -> (book: ReadBack, placed: PlacedTable) {
    var sheet = Sheet(name: "一覧")
    let table = Table(name: "list", columns: TableWriterTests.columns, rows: rows, emptyNote: "該当なし")
    let placed = sheet.place(table, at: Address(row: 3, column: 2))
    return (try Fixture.written(Fixture.workbook([sheet])), placed)
  }

  @Test("Totals are formulas over the visible rows, and their values are right")
  func totals() throws {
    let (book, _) = try written(
      Rows([
        [.text("甲"), .yen(1_000), .text("x")], [.text("乙"), .yen(-300), .blank],
        [.text("丙"), .blank, .text("y")],
      ]))
    #expect(book.cell("B7")?.text == "合計")
    #expect(book.cell("C7")?.formula == "SUBTOTAL(109,C4:C6)")
    #expect(book.cell("C7")?.number == 700)
    #expect(book.cell("C7")?.format == "#,##0;[Red]-#,##0")
    #expect(book.cell("D7")?.formula == "SUBTOTAL(103,D4:D6)")
    #expect(book.cell("D7")?.number == 2)
  }

  @Test("An empty table keeps one row that says so, and totals of 0")
  func empty() throws {
    let (book, placed) = try written(.none)
    #expect(book.cell("B4")?.text == "該当なし")
    #expect(book.cell("C5")?.number == 0)
    #expect(book.cell("D5")?.number == 0)
    #expect(placed.nextRow == 6)
  }

  @Test("A table of one row is filtered, named and totalled over that row")
  func oneRow() throws {
    let (book, _) = try written(Rows([[.text("甲"), .number(5), .text("x")]]))
    #expect(book.cell("C5")?.number == 5)
    let sheet = try #require(book.parts["xl/worksheets/sheet1.xml"])
    #expect(sheet.contains("<autoFilter ref=\"B3:D4\"/>"))
    #expect(sheet.contains("ySplit=\"3\""))
    let workbook = try #require(book.parts["xl/workbook.xml"])
    #expect(workbook.contains(">一覧!$B$4:$D$4<") || workbook.contains(">'一覧'!$B$4:$D$4<"))
    #expect(workbook.contains("_xlnm.Print_Titles"))
  }

  @Test("A title that fits its fitted column stands on one line; tables side by side share the taller header")
  func headerHeights() throws {
    func height(_ titles: [[String]]) throws -> String? {
      var sheet = Sheet(name: "一覧")
      for (index, columns) in titles.enumerated() {
        let table = Table(columns: columns.map { Table.Column($0) }, rows: .none)
        sheet.place(table, at: Address(row: 2, column: 1 + 4 * index))
      }
      let book = try Fixture.written(Fixture.workbook([sheet]))
      let row = try #require(book.parts["xl/worksheets/sheet1.xml"]).firstMatch(
        of: /<row r="2"[^>]* ht="([0-9.]+)"/)
      return row.map { String($0.1) }
    }
    #expect(try height([["ケース番号", "判定"]]) == "22")
    #expect(try height([["とても長い見出しの金額", "判定"]]) == "36")
    #expect(try height([["とても長い見出しの金額"], ["判定"]]) == "36")
  }

  @Test("Rows with fewer cells than columns are filled with empty cells")
  func shortRows() throws {
    let (book, _) = try written(Rows([[.text("甲")]]))
    #expect(book.cell("D4")?.text == "")
  }

  @Test("A sum that leaves 64 bits is a fault, never a wrap")
  func overflow() throws {
    var sheet = Sheet(name: "一覧")
    let rows = Rows([[.blank, .yen(Yen(.max))], [.blank, .yen(1)]])
    sheet.place(
      Table(columns: [.init("名"), .init("金額", total: .sum)], rows: rows), at: Address(row: 1, column: 1))
    let scratch = try Scratch()
    #expect(throws: ExcelFault.totalOverflow(sheet: "一覧", column: "金額")) {
      try ExcelWriter().write(Fixture.workbook([sheet]), to: scratch.path())
    }
  }

  @Test("Tables and joined cells may not lie over each other")
  func overlap() throws {
    var sheet = Sheet(name: "一覧")
    sheet.place(Table(columns: [.init("列")], rows: Rows([[.number(1)]])), at: Address(row: 2, column: 1))
    sheet.merge(try #require(CellRange("A1:B2")), .text("見出し"), .title)
    let scratch = try Scratch()
    #expect(throws: ExcelFault.self) {
      try ExcelWriter().write(Fixture.workbook([sheet]), to: scratch.path())
    }
  }
}
