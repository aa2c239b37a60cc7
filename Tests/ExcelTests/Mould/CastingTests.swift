import Foundation
import Records
import Reports
import Testing

@testable import Excel

@Suite("Small workbooks cast from a mould")
struct CastingTests {
  /// A document with joined cells, own looks, heights and breaks.
  private func document(_ number: Int, breaks: [Int] = [], area: String? = "A1:D12") throws -> Workbook {
    var sheet = Sheet(name: "請求書 & 写し")
    sheet.merge(try #require(CellRange("A2:D2")), .text("請　求　書 <\(number)>"), .own(0))
    sheet.merge(try #require(CellRange("B4:C5")), .text("一行目\n二行目"), .own(1))
    sheet.merge(try #require(CellRange("A6:B6")), .yen(Yen(number * 1_000)), .own(2))
    for (row, text) in ["=1+1", " 空白 ", "_x0041_", "a & b", ""].enumerated() {
      sheet.put(.text(text), at: Address(row: 7 + row, column: 1))
      sheet.put(.day(Day(number: 20_757)), .own(1), at: Address(row: 7 + row, column: 3))
    }
    sheet.put(.formula("SUM(A6:A6)", .yen(Yen(number * 1_000))), .total, at: Address(row: 12, column: 4))
    sheet.put(.text("下書き"), .draftMark, at: Address(row: 12, column: 2))
    sheet.put(.text("後の方"), at: Address(row: 11, column: 1))
    sheet.rowHeights = [1: 18, 2: 36, 3: 10.5, 14: 20]
    sheet.columnWidths = [1: 12, 2: 13.5, 3: 0.5, 4: 8]
    sheet.page = Page(orientation: .portrait)
    sheet.page.footer = .init(left: "例示 & 会社 <\(number)>", right: "{page} / {pages}")
    sheet.page.header = .init(center: "{sheet}")
    sheet.page.centersHorizontally = true
    sheet.page.fitsTall = breaks.isEmpty ? 1 : 0
    sheet.page.scale = breaks.isEmpty ? nil : 90
    sheet.page.breaksAfter = breaks
    sheet.page.printArea = area.flatMap { CellRange($0) }
    var workbook = Fixture.workbook([sheet])
    workbook.properties.title = "請求書 <\(number)> & 写し"
    workbook.properties.subject = number == 1 ? "" : "件名"
    var bold = Look()
    bold.size = 20
    bold.isBold = true
    var wrapped = Look()
    wrapped.wraps = true
    wrapped.border.bottom = .thin
    var amount = Look()
    amount.numberFormat = "\"¥\"#,##0"
    workbook.looks = [bold, wrapped, amount]
    return workbook
  }

  private func read(_ workbook: Workbook, _ writer: ExcelWriter) throws -> ReadBack {
    let scratch = try Scratch()
    try writer.write(workbook, to: scratch.path())
    return try ReadBack(scratch.path())
  }

  /// Everything of the sheet's XML but its cells, which differ in the place of their texts.
  private func frame(_ book: ReadBack) throws -> String {
    let xml = try #require(book.parts["xl/worksheets/sheet1.xml"])
    let data = try #require(xml.firstRange(of: "<sheetData>"))
    let end = try #require(xml.firstRange(of: "</sheetData>"))
    return xml[..<data.upperBound] + "…" + xml[end.lowerBound...]
  }

  private func rows(_ book: ReadBack) throws -> [Substring] {
    let xml = try #require(book.parts["xl/worksheets/sheet1.xml"])
    return xml.replacing(/\ spans="[0-9:]*"/, with: "").split(separator: "<row ").dropFirst().map { row in
      row.prefix { $0 != ">" }
    }
  }

  @Test(
    "The file is the one that libxlsxwriter writes, but for the place of texts and the order of formats",
    arguments: [
      [], [6, 9],
    ])
  func sameAsPlain(_ breaks: [Int]) throws {
    let workbook = try document(1, breaks: breaks)
    let (plain, cast) = (try read(workbook, ExcelWriter(isPlain: true)), try read(workbook, ExcelWriter()))
    #expect(try frame(cast) == frame(plain))
    #expect(try rows(cast) == rows(plain))
    for part in ["xl/workbook.xml", "docProps/core.xml", "docProps/app.xml", "xl/theme/theme1.xml"] {
      #expect(cast.parts[part] == plain.parts[part], "\(part)")
    }
    #expect(plain.parts["xl/sharedStrings.xml"] != nil)
    #expect(cast.parts["xl/sharedStrings.xml"] == nil)
    let (left, right) = (
      try #require(plain.sheets[plain.sheetNames[0]]), try #require(cast.sheets[cast.sheetNames[0]])
    )
    #expect(left.keys.sorted() == right.keys.sorted())
    for (address, value) in left {
      #expect(value.text == right[address]?.text && value.format == right[address]?.format, "\(address)")
      #expect(value.formula == right[address]?.formula)
    }
  }

  @Test("A file lists the formats of its own cells and no others")
  func formats() throws {
    func count(_ workbook: Workbook) throws -> Int {
      let styles = try #require(try read(workbook, ExcelWriter()).parts["xl/styles.xml"])
      return styles.split(separator: "<cellXfs")[1].split(separator: "</cellXfs>")[0].ranges(of: "<xf ").count
    }
    let workbook = try document(1)
    var larger = workbook
    larger.sheets[0].put(.percent(5), .kpiNote, at: Address(row: 90, column: 1))
    #expect(try count(workbook) < 20)
    #expect(try count(larger) == count(workbook) + 1)
  }

  @Test("What was written before does not matter to the bytes")
  func sameBytes() throws {
    let scratch = try Scratch()
    let writer = ExcelWriter()
    for number in [3, 1, 2] { try writer.write(try document(number), to: scratch.path("\(number)-a.xlsx")) }
    for number in [1, 2, 3] {
      try ExcelWriter().write(try document(number), to: scratch.path("b.xlsx"))
      let bytes = FileManager.default.contents(atPath: scratch.path("b.xlsx"))
      #expect(bytes != nil && bytes == FileManager.default.contents(atPath: scratch.path("\(number)-a.xlsx")))
    }
  }

  @Test("Many threads may write with one writer")
  func threads() async throws {
    let scratch = try Scratch()
    let folder = scratch.folder
    let writer = ExcelWriter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        let workbook = try document(number)
        group.addTask { try writer.write(workbook, to: "\(folder)/\(number).xlsx") }
      }
      try await group.waitForAll()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 40)
    for number in 0..<40 {
      let book = try ReadBack("\(folder)/\(number).xlsx")
      #expect(book.cell("A6")?.number == Double(number * 1_000))
      #expect(book.parts["docProps/core.xml"]?.contains("&lt;\(number)&gt;") == true)
    }
  }

  @Test("Without a print area, and with links, tables or charts, the file is right too")
  func others() throws {
    #expect(
      try read(try document(1, area: nil), ExcelWriter()).parts["xl/workbook.xml"]?.contains("Print_Area")
        == false)
    var linked = try document(1)
    linked.sheets[0].put(.link("先頭へ", to: Place(sheet: "請求書 & 写し")), at: Address(row: 20, column: 1))
    #expect(
      try read(linked, ExcelWriter()).parts["xl/worksheets/sheet1.xml"]?.contains("<hyperlink ") == true)
  }

  @Test("Cells over each other and figures that are no numbers are faults here too")
  func faults() throws {
    let scratch = try Scratch()
    var bad = try document(1)
    bad.sheets[0].merge(try #require(CellRange("D2:D3")), .blank, .item)
    #expect(throws: ExcelFault.self) { try ExcelWriter().write(bad, to: scratch.path()) }
    var noNumber = try document(1)
    noNumber.sheets[0].put(.decimal(.nan), at: Address(row: 30, column: 1))
    #expect(throws: ExcelFault.notANumber(sheet: "請求書 & 写し", cell: "A30")) {
      try ExcelWriter().write(noNumber, to: scratch.path())
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).isEmpty)
  }
}
