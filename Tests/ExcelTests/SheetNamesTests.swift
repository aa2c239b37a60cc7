import Reports
import Testing

@testable import Excel

@Suite("Names of sheets")
struct SheetNamesTests {
  @Test(
    "A name that Excel refuses is a fault, not a crash",
    arguments: [
      ("", SheetNameFault.empty), (String(repeating: "長", count: 32), .tooLong), ("a/b", .character),
      ("a:b", .character),
      ("[1]", .character), ("what?", .character), ("a*", .character), ("a\\b", .character),
      ("'a", .apostrophe),
      ("a'", .apostrophe), ("a\u{7}b", .character), ("History", .reserved),
    ])
  func refused(_ name: String, _ fault: SheetNameFault) throws {
    let scratch = try Scratch()
    #expect(throws: ExcelFault.sheetName(name, fault)) {
      try ExcelWriter().write(Fixture.workbook([Sheet(name: name)]), to: scratch.path())
    }
  }

  @Test("Two sheets may not differ in case alone")
  func duplicate() throws {
    let scratch = try Scratch()
    #expect(throws: ExcelFault.sheetName("sla", .duplicate)) {
      try ExcelWriter().write(Fixture.workbook([Sheet(name: "SLA"), Sheet(name: "sla")]), to: scratch.path())
    }
  }

  @Test(
    "Names with quotes, blanks, emoji and 31 characters are written as they are",
    arguments: [
      "It's", "A B", "請求 & 明細", "🗾", String(repeating: "長", count: 31), "2026", "R1C1",
    ])
  func accepted(_ name: String) throws {
    var sheet = Sheet(name: name)
    sheet.place(Table(columns: [.init("列")], rows: Rows([[.number(1)]])), at: Address(row: 1, column: 1))
    #expect(try Fixture.written(Fixture.workbook([sheet])).sheetNames == [name])
  }
}
