import Records
import Reports
import Testing

@testable import Excel

@Suite("Cells in the file")
struct CellWriterTests {
  struct Figure: Sendable {
    var cell: Cell
    var value: Double
    var format: String
  }

  @Test(
    "Each kind of figure stands as a number with its format",
    arguments: [
      Figure(cell: .number(1_234_567), value: 1_234_567, format: "#,##0"),
      Figure(cell: .yen(Yen(-1_500)), value: -1_500, format: "#,##0;[Red]-#,##0"),
      Figure(cell: .day(Day(number: 0)), value: 25_569, format: "yyyy/mm/dd"),
      Figure(cell: .instant(JSTInstant(seconds: 43_200)), value: 25_569.5, format: "yyyy/mm/dd hh:mm"),
      Figure(cell: .deadline(.endOf(Day(number: 1))), value: 25_570, format: "yyyy/mm/dd\" 24:00\""),
      Figure(cell: .deadline(.at(JSTInstant(seconds: 21_600))), value: 25_569.25, format: "yyyy/mm/dd hh:mm"),
      Figure(cell: .permille(987), value: 0.987, format: "0.0%"),
      Figure(cell: .percent(10), value: 0.1, format: "0%"),
      Figure(cell: .decimal(2.5), value: 2.5, format: "#,##0.0"),
    ])
  func figures(_ figure: Figure) throws {
    let book = try Fixture.written(Fixture.workbook([("B3", figure.cell)]))
    let cell = try #require(book.cell("B3"))
    #expect(cell.number == figure.value)
    #expect(cell.format == figure.format)
  }

  @Test("An instant is a real date and time, to the second")
  func instants() throws {
    let instant = JSTInstant(seconds: Int(Day(number: 20_731).number) * 86_400 + 13 * 3600 + 5 * 60 + 7)
    let book = try Fixture.written(Fixture.workbook([("A1", .instant(instant))]))
    let value = try #require(book.cell("A1")?.number)
    #expect(Int(((value - 25_569) * 86_400).rounded()) == instant.seconds)
  }

  @Test(
    "Text that looks like something else stays text",
    arguments: [
      "=1+1", "=HYPERLINK(\"http://example.com\")", "+81-3-0000-0000", "-5", "@SUM(A1)", "00123", "1.5E+3",
      "http://example.com/", "mailto:a@example.com", "2026/10/05", "{=A1}", "TRUE",
    ])
  func textStaysText(_ text: String) throws {
    let book = try Fixture.written(Fixture.workbook([("A1", .text(text))]))
    let cell = try #require(book.cell("A1"))
    #expect(cell.isText)
    #expect(cell.text == text)
    #expect(cell.formula == nil)
    #expect(book.parts.values.allSatisfy { !$0.contains("<hyperlink") })
  }

  @Test(
    "Quotes, markup, line breaks, blanks and emoji come back as they went in",
    arguments: [
      "\"引用\" & <b>太字</b> 'x'", "一行目\n二行目", "　全角の空白　", "  two blanks  ", "👩‍👩‍👧‍👦 🗾", "𠮷野家", "髙﨑", "〜−¢",
    ])
  func textComesBack(_ text: String) throws {
    let book = try Fixture.written(Fixture.workbook([("A1", .text(text))]))
    #expect(book.cell("A1")?.text == text)
  }

  @Test("A formula carries its value, so that a viewer that does not calculate shows it too")
  func formulas() throws {
    let cells: [(String, Cell)] = [
      ("A1", .yen(300)), ("A2", .formula("SUM(A1:A1)*2", .yen(600))),
      ("A3", .formula("IF(A1>0,\"有\",\"無\")", .text("有"))),
      ("A4", .formula("WORKDAY.INTL(46300,1)", .day(Day(number: 20_732)))),
    ]
    let book = try Fixture.written(Fixture.workbook(cells))
    #expect(book.cell("A2")?.formula == "SUM(A1:A1)*2")
    #expect(book.cell("A2")?.number == 600)
    #expect(book.cell("A2")?.format == "#,##0;[Red]-#,##0")
    #expect(book.cell("A3")?.text == "有")
    #expect(book.cell("A4")?.number == 46_301)
    #expect(book.cell("A4")?.format == "yyyy/mm/dd")
  }

  @Test("A link leads to a cell of another sheet, whatever that sheet is called")
  func links() throws {
    var first = Sheet(name: "概要")
    first.put(
      .link("明細へ", to: Place(sheet: "It's 明細", address: Address(row: 5, column: 2))),
      at: Address(row: 1, column: 1))
    let book = try Fixture.written(Fixture.workbook([first, Sheet(name: "It's 明細")]))
    #expect(book.cell("A1")?.text == "明細へ")
    let xml = try #require(book.parts["xl/worksheets/sheet1.xml"])
    #expect(xml.contains("location=\"'It''s 明細'!B5\""))
  }

  @Test("Yen beyond 15 digits stay exact, as text")
  func longAmounts() throws {
    let book = try Fixture.written(Fixture.workbook([("A1", .yen(Yen(1_234_567_890_123_456)))]))
    #expect(book.cell("A1")?.text == "1234567890123456")
    #expect(book.cell("A1")?.isText == true)
  }

  @Test("A figure that is no number is refused", arguments: [Double.nan, .infinity, -.infinity])
  func noNumber(_ value: Double) throws {
    let workbook = try Fixture.workbook([("C2", .decimal(value))])
    let scratch = try Scratch()
    #expect(throws: ExcelFault.notANumber(sheet: "試験", cell: "C2")) {
      try ExcelWriter().write(workbook, to: scratch.path())
    }
  }
}
