import Reports
import Testing

@testable import Excel

@Suite("Formats that depend on values")
struct ConditionWriterTests {
  @Test(
    "Each test stands over its range",
    arguments: [
      (Condition.Test.equals("未達 \"強\""), "operator=\"equal\"><formula>\"未達 \"\"強\"\"\"</formula>"),
      (.contains("遅"), "type=\"containsText\""),
      (.less(than: 0), "operator=\"lessThan\"><formula>0</formula>"),
      (.greater(than: 2.5), "operator=\"greaterThan\"><formula>2.5</formula>"),
      (.between(1, 9), "operator=\"between\"><formula>1</formula><formula>9</formula>"),
      (.formula("$B2>TODAY()"), "type=\"expression\""), (.dataBar(.teal), "<dataBar"),
    ])
  func tests(_ test: Condition.Test, _ xml: String) throws {
    var sheet = Sheet(name: "一覧")
    sheet.put(.number(1), at: Address(row: 2, column: 2))
    sheet.mark(try #require(CellRange("B2:B9")), test, .bad)
    let book = try Fixture.written(Fixture.workbook([sheet]))
    let part = try #require(book.parts["xl/worksheets/sheet1.xml"])
    #expect(part.contains("sqref=\"B2:B9\""))
    #expect(part.contains(xml))
  }

  @Test("A rule of a column covers all its rows")
  func column() throws {
    var sheet = Sheet(name: "一覧")
    let column = Table.Column("判定", conditions: [.init(.equals("未達"), .bad)])
    sheet.place(
      Table(columns: [.init("名"), column], rows: Rows([["a", "未達"], ["b", "達成"]])),
      at: Address(row: 3, column: 1))
    let book = try Fixture.written(Fixture.workbook([sheet]))
    #expect(book.parts["xl/worksheets/sheet1.xml"]?.contains("sqref=\"B4:B5\"") == true)
    #expect(book.parts["xl/styles.xml"]?.contains("<dxfs count=\"1\">") == true)
  }
}
