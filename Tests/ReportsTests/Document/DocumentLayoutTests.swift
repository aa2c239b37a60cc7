import Records
import Reports
import Testing

@Suite("Documents on paper")
struct DocumentLayoutTests {
  /// What the invoice of a customer says, with so many lines and advances.
  private func values(lines: Int, advances: Int = 0, flags: [String] = ["is_invoice", "is_payable"])
    -> DocumentValues
  {
    var values = DocumentValues(fields: [
      "document.number": "202610-0012", "document.issued_on": .day(Day(number: 20_757)),
      "document.total": .yen(1_100),
      "customer.name": "株式会社見本", "issuer.name": "株式会社例示", "issuer.registration_number": "T5999999000004",
    ])
    for flag in flags { values.fields["document.\(flag)"] = .flag(true) }
    values.bands["lines"] = (0..<lines).map { line in
      [
        "line.date": .day(Day(number: 20_740)), "line.contents": .text("保守 \(line)"),
        "line.amount": .yen(1_000),
      ]
    }
    values.bands["advances"] = (0..<advances).map {
      ["advance.contents": .text("返送 \($0)"), "advance.amount": .yen(980)]
    }
    values.bands["taxes"] = [["tax.rate": .percent(10), "tax.net": .yen(1_000), "tax.tax": .yen(100)]]
    values.bands["bank"] = [["bank.line": "みほん銀行"]]
    return values
  }

  private func sheet(_ values: DocumentValues, _ name: String = "invoice.ja.yml") throws -> Sheet {
    let book = try DocumentTemplateTests.read(name).workbook(
      values, properties: DocumentTemplateTests.properties)
    return try #require(book.sheets.first)
  }

  private func texts(_ sheet: Sheet) -> [String] {
    sheet.cells.compactMap { if case .text(let text) = $0.cell { text } else { nil } }
  }

  @Test("Ten lines and two advances stand on one page", arguments: DocumentTemplateTests.shipped)
  func onePage(_ name: String) throws {
    let sheet = try sheet(values(lines: 10, advances: 2), name)
    #expect(sheet.page.breaksAfter.isEmpty)
    #expect(sheet.page.fitsTall == 1)
    #expect(sheet.page.orientation == .portrait)
  }

  @Test(
    "Sixty lines run over pages, each with the header of the lines", arguments: DocumentTemplateTests.shipped)
  func manyLines(_ name: String) throws {
    let sheet = try sheet(values(lines: 60), name)
    #expect(!sheet.page.breaksAfter.isEmpty)
    let header = name.contains("ja") ? "内容" : "Description"
    let headerRows = sheet.cells.filter { $0.cell == .text(header) }.map(\.range.from.row)
    #expect(headerRows.dropFirst().allSatisfy { sheet.page.breaksAfter.contains($0 - 1) })
    #expect(texts(sheet).filter { $0.hasPrefix("保守 ") }.count == 60)
    // With a scale of its own, since fitting to a page would drop the breaks.
    #expect(sheet.page.scale != nil)
  }

  @Test("No page is higher than the paper")
  func pagesFit() throws {
    let sheet = try sheet(values(lines: 200, advances: 40))
    let ends = sheet.page.breaksAfter + [sheet.rowHeights.keys.max() ?? 0]
    let scale = Double(sheet.page.scale ?? 100) / 100
    var first = 1
    for end in ends {
      let height = (first...end).reduce(0) { $0 + (sheet.rowHeights[$1] ?? 0) } * scale
      #expect(height <= (11.69 - sheet.page.margins.top - sheet.page.margins.bottom) * 72)
      first = end + 1
    }
  }

  @Test("No cell lies over another", arguments: DocumentTemplateTests.shipped)
  func noOverlap(_ name: String) throws {
    for flags in [
      ["is_invoice", "is_payable", "is_draft"], ["is_credit_note", "is_refund", "is_small_return"],
      ["is_statement"],
    ] {
      var values = values(lines: 3, advances: 3, flags: flags)
      values.fields["document.out_of_scope"] = .yen(2_940)
      let ranges = try sheet(values, name).cells.map(\.range)
      for (index, range) in ranges.enumerated() {
        #expect(ranges[..<index].allSatisfy { !$0.overlaps(range) }, "\(range)")
      }
    }
  }

  @Test(
    "Each kind of document has its title",
    arguments: [("is_invoice", "請　求　書"), ("is_credit_note", "適格返還請求書"), ("is_statement", "立替金精算書")])
  func titles(_ flag: String, _ title: String) throws {
    let texts = texts(try sheet(values(lines: 1, flags: [flag])))
    #expect(texts.contains(title))
    #expect(["請　求　書", "適格返還請求書", "立替金精算書"].filter(texts.contains).count == 1)
  }

  @Test("A draft carries its mark, a final document does not")
  func draft() throws {
    #expect(texts(try sheet(values(lines: 1, flags: ["is_invoice", "is_draft"]))).contains("下書き"))
    #expect(!texts(try sheet(values(lines: 1))).contains("下書き"))
  }

  @Test("An amount stays a number; inside a sentence it becomes text")
  func kinds() throws {
    let sheet = try sheet(values(lines: 1))
    #expect(sheet.cells.contains { $0.cell == .yen(1_100) })
    #expect(sheet.cells.contains { $0.cell == .day(Day(number: 20_757)) })
    #expect(texts(sheet).contains("10%対象"))
    #expect(texts(sheet).contains("株式会社見本 御中"))
    #expect(texts(sheet).contains("登録番号 T5999999000004"))
  }

  @Test("A long line gets a higher row")
  func wrapping() throws {
    var values = values(lines: 2)
    values.bands["lines"]?[1]["line.contents"] = .text(String(repeating: "長い内容", count: 40))
    let sheet = try sheet(values)
    let rows = sheet.cells.filter { $0.cell == .yen(1_000) && $0.range.from.column == 8 }.map(
      \.range.from.row)
    let heights = rows.compactMap { sheet.rowHeights[$0] }
    #expect(heights.count == 2 && heights[1] > 3 * heights[0])
  }

  @Test("Nothing of an empty band is shown")
  func emptyBands() throws {
    let texts = texts(try sheet(values(lines: 1)))
    #expect(!texts.contains { $0.contains("立替金精算書") })
  }
}
