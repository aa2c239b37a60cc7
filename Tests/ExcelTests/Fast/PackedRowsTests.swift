import Foundation
import Records
import Reports
import Testing

@testable import Excel

@Suite("Rows of long tables, rendered apart")
struct PackedRowsTests {
  private static let texts = [
    "株式会社見本", "=1+1", "a & <b> \"q\"", " leading", "trailing ", "二行\nの文", "", "_x0041_", "\u{1}\u{FFFE}",
    "👩‍👩‍👧 𠮷",
    String(repeating: "長い名前", count: 30), "\r\n", "'quote", "0012",
  ]

  /// Every kind of cell in every style that a row may have.
  private func sheet(rows count: Int) -> Sheet {
    var sheet = Sheet(name: "SLA 明細")
    sheet.put("明細", .title, at: Address(row: 1, column: 1))
    let texts = PackedRowsTests.texts
    let rows = Rows(count: count) { index, row in
      if index % 11 == 5 { row.style = .total }
      row.add(.text(texts[index % texts.count]))
      row.add(.number(index * 7_919 - 20_000), index % 5 == 0 ? .bad : nil)
      row.add(.decimal(Double(index) / 8))
      row.add(.yen(Yen(index * 1_234 - 9_999)))
      row.add(.day(Day(number: 20_000 + Int(index))))
      row.add(.instant(JSTInstant(seconds: 1_790_000_000 + index * 7_777)))
      row.add(
        index % 2 == 0
          ? .deadline(.endOf(Day(number: 20_700))) : .deadline(.at(JSTInstant(seconds: 1_790_000_123))))
      row.add(.permille(index % 1_001 - 3), .good)
      row.add(.percent(index % 11), .warning)
      row.add(.flag(index % 3 == 0), .muted)
      row.add(index % 4 == 0 ? .blank : .formula("B\(index + 4)*2 & \"<x>\"", .text("<\(index)>")))
      if index % 7 != 0 { row.add(.formula("D\(index + 4)/2", .yen(Yen(index)))) }
    }
    let titles = ["名", "件", "時間", "金額", "日", "日時", "期限", "率", "税率", "旗", "式", "式2"]
    let totals: [Table.Total?] = [
      .label("合計"), .sum, .sum, .sum, nil, nil, nil, nil, nil, .count, .count, .sum,
    ]
    let columns = zip(titles, totals).map { Table.Column($0, total: $1) }
    sheet.place(Table(name: "rows", columns: columns, rows: rows), at: Address(row: 3, column: 1))
    return sheet
  }

  private func writer(isPlain: Bool, jobs: Int = 1, rowsPerSheet: Int = Sheet.maximumRows) -> ExcelWriter {
    var writer = ExcelWriter(jobs: jobs, isPlain: isPlain)
    writer.longTable = 100
    writer.rowsPerSheet = rowsPerSheet
    return writer
  }

  private func read(_ workbook: Workbook, _ writer: ExcelWriter) throws -> ReadBack {
    let scratch = try Scratch()
    try writer.write(workbook, to: scratch.path())
    return try ReadBack(scratch.path())
  }

  @Test("Both ways give the same cells, formats, formulas and values", arguments: [101, 2_048, 5_000])
  func sameCells(_ count: Int) throws {
    let workbook = Fixture.workbook([sheet(rows: count), Sheet(name: "次")])
    let plain = try read(workbook, writer(isPlain: true))
    let fast = try read(workbook, writer(isPlain: false, jobs: 3))
    #expect(fast.sheetNames == plain.sheetNames)
    let (left, right) = (try #require(plain.sheets["SLA 明細"]), try #require(fast.sheets["SLA 明細"]))
    #expect(left.count == right.count)
    var differences: [String] = []
    for (address, value) in left where !value.isSame(right[address]) { differences.append(address) }
    #expect(differences.isEmpty, "\(differences.prefix(5).map { ($0, left[$0], right[$0]) })")
    for part in ["xl/workbook.xml", "docProps/core.xml", "docProps/app.xml"] {
      #expect(plain.parts[part] == fast.parts[part])
    }
  }

  @Test("Both ways give the same rows, heights, filter and dimension")
  func sameSheet() throws {
    let workbook = Fixture.workbook([sheet(rows: 300)])
    let plain = try #require(try read(workbook, writer(isPlain: true)).parts["xl/worksheets/sheet1.xml"])
    let fast = try #require(try read(workbook, writer(isPlain: false)).parts["xl/worksheets/sheet1.xml"])
    for pattern in ["<dimension ref=\"A1:L304\"/>", "<autoFilter ref=\"A3:L303\"/>"] {
      #expect(plain.contains(pattern) && fast.contains(pattern))
    }
    #expect(heights(plain) == heights(fast))
    #expect(heights(fast).count == 304 - 1)
  }

  /// Row numbers with their heights, in the order of the file.
  private func heights(_ xml: String) -> [String] {
    xml.split(separator: "<row ").dropFirst().map { row in
      let tag = row.prefix { $0 != ">" }
      return tag.split(separator: " ").filter { $0.hasPrefix("r=") || $0.hasPrefix("ht=") }.joined(
        separator: " ")
    }
  }

  @Test("The same bytes with any number of threads")
  func sameBytes() throws {
    let scratch = try Scratch()
    let workbook = Fixture.workbook([sheet(rows: 9_000)])
    for jobs in [1, 2, 5] {
      try writer(isPlain: false, jobs: jobs).write(workbook, to: scratch.path("\(jobs).xlsx"))
    }
    let first = FileManager.default.contents(atPath: scratch.path("1.xlsx"))
    #expect(first != nil)
    #expect(first == FileManager.default.contents(atPath: scratch.path("2.xlsx")))
    #expect(first == FileManager.default.contents(atPath: scratch.path("5.xlsx")))
  }

  @Test(
    "A table too long for its sheet goes on in a next one, with one total over all parts",
    arguments: [true, false])
  func continuation(_ isPlain: Bool) throws {
    let book = try read(
      Fixture.workbook([sheet(rows: 1_000)]), writer(isPlain: isPlain, jobs: 2, rowsPerSheet: 404))
    #expect(book.sheetNames == ["SLA 明細", "SLA 明細 (2)", "SLA 明細 (3)"])
    // 404 rows: three above, 400 of the table, one kept for a total.
    #expect(book.cell("D404", in: "SLA 明細") == nil)
    #expect(book.cell("A3", in: "SLA 明細 (3)")?.text == "名")
    let total = try #require(book.cell("D204", in: "SLA 明細 (3)"))
    #expect(
      total.formula
        == "SUBTOTAL(109,'SLA 明細'!$D$4:$D$403)+SUBTOTAL(109,'SLA 明細 (2)'!$D$4:$D$403)+SUBTOTAL(109,D4:D203)")
    #expect(total.number == Double((0..<1_000).reduce(0) { $0 + $1 * 1_234 - 9_999 }))
  }

  @Test("A long table below a short one is rendered apart too, and goes on alone", arguments: [true, false])
  func secondTable(_ isPlain: Bool) throws {
    var sheet = Sheet(name: "一覧")
    sheet.put("見出し", .title, at: Address(row: 1, column: 1))
    sheet.place(
      Table(columns: [.init("要約", total: .sum)], rows: Rows([[.number(7)]])), at: Address(row: 2, column: 1))
    sheet.put("明細", .section, at: Address(row: 6, column: 1))
    let rows = Rows(count: 500) { index, row in row.add(.number(index)) }
    sheet.place(Table(columns: [.init("番号", total: .sum)], rows: rows), at: Address(row: 7, column: 1))
    let book = try read(Fixture.workbook([sheet]), writer(isPlain: isPlain, rowsPerSheet: 408))
    #expect(book.cell("A4")?.number == 7)
    #expect(book.cell("A407", in: "一覧")?.number == 399)
    #expect(book.cell("A6", in: "一覧 (2)")?.text == "明細")
    #expect(book.cell("A3", in: "一覧 (2)") == nil)
    #expect(book.cell("A108", in: "一覧 (2)")?.number == Double((0..<500).reduce(0, +)))
  }

  @Test("Nothing but the workbook stays in the folder")
  func cleanUp() throws {
    let scratch = try Scratch()
    try writer(isPlain: false).write(Fixture.workbook([sheet(rows: 300)]), to: scratch.path())
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["book.xlsx"])
  }

  @Test("A cut text and a figure that is no number are found in any piece")
  func faults() throws {
    var sheet = Sheet(name: "一覧")
    let rows = Rows(count: 6_000) { index, row in
      row.add(.text(index == 5_000 ? String(repeating: "長", count: 40_000) : "短"))
    }
    sheet.place(Table(columns: [.init("名", width: 20)], rows: rows), at: Address(row: 1, column: 2))
    let scratch = try Scratch()
    let cuts = try writer(isPlain: false, jobs: 2).write(Fixture.workbook([sheet]), to: scratch.path())
    #expect(cuts == [TextCut(sheet: "一覧", cell: Address(row: 5_002, column: 2))])
    sheet.tables = []
    let bad = Rows(count: 6_000) { index, row in row.add(.decimal(index > 4_000 ? .nan : 1)) }
    sheet.place(Table(columns: [.init("値", width: 20)], rows: bad), at: Address(row: 1, column: 2))
    #expect(throws: ExcelFault.notANumber(sheet: "一覧", cell: "B4003")) {
      try writer(isPlain: false, jobs: 2).write(Fixture.workbook([sheet]), to: scratch.path())
    }
  }
}

extension ReadBack.Value {
  /// Equal, but for the last digits of a time.
  fileprivate func isSame(_ other: ReadBack.Value?) -> Bool {
    guard let other, isText == other.isText || text.isEmpty, formula == other.formula, format == other.format
    else {
      return false
    }
    if let left = number, let right = other.number { return abs(left - right) < 1e-9 }
    return text == other.text
  }
}
