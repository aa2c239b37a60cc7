import Records
import Reports
import Testing

@Suite("Widths of columns")
struct ColumnWidthsTests {
  private func width(_ title: String, _ cell: Cell) -> Double? {
    var sheet = Sheet(name: "幅")
    sheet.place(
      Table(columns: [.init(title)], rows: Rows([[cell]]), hasFilter: false), at: Address(row: 1, column: 1))
    return sheet.fittedWidths()[1]
  }

  @Test(
    "Full-width characters count two",
    arguments: [
      ("abc", 3), ("締め日", 6), ("ｼﾒﾋﾞ", 4), ("○△", 4), ("é", 1), ("が", 2), ("か\u{3099}", 2), ("👍", 2), ("", 0),
    ])
  func halfWidths(_ text: String, _ width: Int) { #expect(text.halfWidths == width) }

  @Test("A column fits its widest cell as it is formatted")
  func fits() {
    #expect(width("額", .yen(Yen(-1_234_567))) == 14)
    #expect(width("日", .day(Day(number: 20_000))) == 14)
    #expect(width("名", .text("株式会社サンプル")) == 20)
    #expect(width("名", .text(String(repeating: "長", count: 60))) == 44)
    #expect(width("い", .blank) == 6)
  }

  @Test("A total wider than every row still fits")
  func totals() throws {
    var sheet = Sheet(name: "幅")
    let rows = Rows(count: 50) { _, row in row.add(.yen(99_999_999)) }
    sheet.place(Table(columns: [.init("額", total: .sum)], rows: rows), at: Address(row: 1, column: 1))
    #expect(try #require(sheet.fittedWidths()[1]) >= 15)
  }

  @Test("A width that the report gives wins")
  func explicit() {
    var sheet = Sheet(name: "幅")
    sheet.place(
      Table(columns: [.init("名", width: 20)], rows: Rows([["x"]].map { $0.map { .text($0) } })),
      at: Address(row: 1, column: 2))
    sheet.columnWidths[1] = 3
    #expect(sheet.fittedWidths() == [1: 3, 2: 20])
  }
}
