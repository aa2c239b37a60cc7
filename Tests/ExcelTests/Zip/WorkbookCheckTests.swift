import Foundation
import Reports
import Testing

@testable import Excel

@Suite("Verifying a finished workbook")
struct WorkbookCheckTests {
  private let workbook = Fixture.workbook([
    {
      var sheet = Sheet(name: "一覧")
      let rows = Rows(count: 500) { index, row in row.add(.number(index)) }
      sheet.place(Table(columns: [.init("番号", total: .sum)], rows: rows), at: Address(row: 2, column: 1))
      return sheet
    }()
  ])

  @Test("A whole workbook passes")
  func whole() throws {
    let scratch = try Scratch()
    try ExcelWriter().write(workbook, to: scratch.path())
    try WorkbookCheck.verify(scratch.path(), rows: [502])
  }

  @Test("A file cut short at any place is found", arguments: [1, 22, 100, 1_000, 4_000])
  func truncated(_ missing: Int) throws {
    let scratch = try Scratch()
    try ExcelWriter().write(workbook, to: scratch.path())
    let whole = try #require(FileManager.default.contents(atPath: scratch.path()))
    try whole.dropLast(missing).write(to: URL(fileURLWithPath: scratch.path("cut.xlsx")))
    #expect(throws: ExcelFault.self) { try WorkbookCheck.verify(scratch.path("cut.xlsx"), rows: [502]) }
  }

  @Test("One changed byte inside a sheet is found")
  func changed() throws {
    let scratch = try Scratch()
    try ExcelWriter().write(workbook, to: scratch.path())
    var bytes = try #require(FileManager.default.contents(atPath: scratch.path()))
    let archive = try #require(bytes.withUnsafeBytes { ZipArchive($0) })
    let sheet = try #require(archive.members.first { $0.name == "xl/worksheets/sheet1.xml" })
    bytes[sheet.stored.lowerBound + sheet.stored.count / 2] ^= 0x10
    try bytes.write(to: URL(fileURLWithPath: scratch.path("bad.xlsx")))
    #expect(throws: ExcelFault.self) { try WorkbookCheck.verify(scratch.path("bad.xlsx"), rows: [502]) }
  }

  @Test("A sheet that lacks rows is found although its checksum is right")
  func missingRows() throws {
    let scratch = try Scratch()
    try ExcelWriter().write(workbook, to: scratch.path())
    #expect(
      throws: ExcelFault.damaged(
        scratch.path(), reason: "xl/worksheets/sheet1.xml: it has 502 rows instead of 503")
    ) {
      try WorkbookCheck.verify(scratch.path(), rows: [503])
    }
  }

  @Test(
    "A part that ends before its root is closed is found",
    arguments: [
      ("<?xml version=\"1.0\"?>\n<worksheet><sheetData/></worksheet>", true),
      ("<?xml version=\"1.0\"?>\n<worksheet><sheetData/>", false),
      ("<?xml version=\"1.0\"?>\n<worksheet/>", true),
      ("<?xml version=\"1.0\"?>\n<worksheet><a/>", false), ("", false),
    ])
  func closing(_ xml: String, _ isClosed: Bool) {
    var scan = PartScan()
    var bytes = Array(xml.utf8)
    bytes.withUnsafeMutableBufferPointer { scan.read(UnsafeBufferPointer($0)) }
    #expect(scan.isClosed == isClosed)
  }
}
