import Billing
import Records
import Testing

@testable import Reports

@Suite("Documents as files")
struct DocumentFilesTests {
  private func files(
    _ language: Language = .ja, numbered: Bool = true, _ change: (inout SampleBilling) -> Void = { _ in }
  ) throws -> DocumentFiles {
    let word = language.rawValue
    var sample = try SampleBilling.everyDocument(numbered: numbered)
    change(&sample)
    return DocumentFiles(
      try sample.report(), labels: try shippedLabels(language),
      layout: try DocumentTemplate(yaml: shippedTemplate("invoice.\(word).yml"), file: "invoice.\(word).yml"),
      text: try DocumentTextTemplate(
        shippedTemplate("invoice.\(word).mustache"), file: "invoice.\(word).mustache", language: language))
  }

  /// The position of the document of a customer.
  private func position(_ customer: String, _ files: DocumentFiles) throws -> Int {
    try #require(files.names.firstIndex { $0.hasSuffix("_\(customer)") })
  }

  /// Everything that a workbook says, as text.
  private func words(_ workbook: Workbook) -> String {
    workbook.sheets.flatMap { $0.cells.map { $0.cell.words(.slashes) } }.joined(separator: "\n")
  }

  @Test("Every document is a workbook of one sheet and a text, under the name of its number and customer")
  func names() throws {
    let files = try files()
    #expect(files.names.first == "invoices/202610-0001_C-1-mixed")
    #expect(files.count == 7)
    #expect(try self.files(numbered: false).names.first == "invoices/DRAFT_C-1-mixed")
  }

  @Test(
    "A qualified invoice names issuer, recipient, dates, contents, amount and tax per rate, total and bank",
    arguments: [
      "締日サポート株式会社", "T9011101097073", "株式会社みなと商事 御中", "202610-0001", "2026/10/31", "2026/11/30",
      "2026/10/01", "2027/09/30", "テクニカルサポート(チケット制) 10チケット", "24時間オンサイト 保守料", "契約 K-1002",
      "TS-873A S/N Q123456789", "お問い合わせ U-", "360,000", "10%", "660,000", "66,000", "725,670",
      "みほん銀行 本店営業部 (001)",
    ])
  func qualifiedInvoice(item: String) throws {
    let files = try files()
    let index = try position("C-1-mixed", files)
    #expect(files.text(index).contains(item))
    #expect(words(files.workbook(index)).contains(item))
  }

  @Test(
    "SB-6: so it does in the digital invoice, with what the statement says of advances",
    arguments: [
      "<cbc:StartDate>2026-10-14<", "故障パーツ送料", "S-101", "みほん運輸", "T7010705000725", "1234-5678-9013",
      "うち消費税 10% 150円", ">1650<", "交換パーツ送料", "うち消費税 10% -180円", ">-1980<",
      "<cbc:Note>立替金は課税対象外です。",
    ])
  func digitalAdvances(item: String) throws {
    let files = try files()
    #expect(String(decoding: try files.pint(position("C-1-mixed", files)), as: UTF8.self).contains(item))
  }

  @Test("The digital invoice of a small refund says so, and only that one")
  func digitalSmallReturn() throws {
    let files = try files()
    let notes = try files.names.indices.filter {
      String(decoding: try files.pint($0), as: UTF8.self).contains("適格返還請求書の交付義務は免除")
    }
    #expect(notes == [try position("C-3-small", files)])
  }

  @Test("A digital invoice without advances has no note")
  func digitalWithoutNote() throws {
    let files = try files()
    let text = String(decoding: try files.pint(position("C-6-sixty", files)), as: UTF8.self)
    #expect(!text.contains("<cbc:Note>立替金"))
  }

  @Test(
    "SB-6: freight stands on a statement of advances with case, leg, carrier and its registration, tracking, rate and tax",
    arguments: [
      "立替金精算書", "2026/10/14", "故障パーツ送料", "S-101", "みほん運輸", "T7010705000725", "1234-5678-9013", "150",
      "1,650", "交換パーツ送料", "-1,980", "-330",
    ])
  func advances(item: String) throws {
    let files = try files()
    let index = try position("C-1-mixed", files)
    #expect(files.text(index).contains(item))
    #expect(words(files.workbook(index)).contains(item))
  }

  @Test("Each charge stands once: taxable ones among the lines, advances on their statement")
  func once() throws {
    let files = try files()
    let values = files.values(try position("C-1-mixed", files))
    #expect(values.bands["lines"]?.count == 4)
    #expect(values.bands["advances"]?.count == 2)
    let statement = files.values(try position("C-5-refund", files))
    #expect(statement.bands["lines"]?.isEmpty == true)
    #expect(statement.fields["document.refund"] == .yen(1_980))
  }

  @Test("A parcel without a tracking number has no empty word for it", arguments: Language.allCases)
  func noTracking(language: Language) throws {
    let files = try files(language) { sample in
      for index in sample.month.cases.indices { sample.month.cases[index].failedPart.trackingNumber = "" }
    }
    let index = try position("C-4-statement", files)
    let text = files.text(index)
    let word = language == .ja ? "送り状" : "No."
    #expect(!text.contains(word + " "))
    #expect(!words(files.workbook(index)).contains("\(word) \n"))
    #expect(text.split(separator: "\n").contains { $0.hasPrefix("      ") && $0.hasSuffix("1,650") })
  }

  @Test("A name with line breaks stands on one line")
  func brokenName() throws {
    let files = try files { $0.month.contracts[5].billingName = "合同会社\nあけぼの\n" }
    #expect(files.text(try position("C-4-statement", files)).contains("合同会社 あけぼの  御中"))
  }

  @Test("A correction names the document that it corrects with its date, and both amounts")
  func correction() throws {
    let files = try files()
    let text = files.text(try position("C-3-small", files))
    #expect(text.contains("適格返還請求書"))
    #expect(text.contains("202609-0003(2026/09/30発行)を訂正: 120,000円 → 115,000円"))
    #expect(text.contains("本書は 202609-0003(2026/09/30発行)の記載を訂正するものです。"))
  }

  @Test("Only a refund under 10,000 yen carries the note that a return invoice is not obligatory")
  func smallRefund() throws {
    let files = try files()
    #expect(files.text(try position("C-3-small", files)).contains("交付義務は免除"))
    #expect(!files.text(try position("C-2-credit", files)).contains("交付義務は免除"))
    #expect(words(files.workbook(try position("C-3-small", files))).contains("交付義務は免除"))
  }

  @Test(
    "A draft carries the word in place of a number",
    arguments: [(Language.ja, "下書き"), (Language.en, "DRAFT")])
  func draft(language: Language, word: String) throws {
    let files = try files(language, numbered: false)
    for index in 0..<files.count {
      #expect(files.text(index).contains(word))
      #expect(words(files.workbook(index)).contains(word))
    }
    let final = try self.files(language)
    #expect(!final.text(0).contains(word))
  }

  @Test("No line of a text is wider than 80 columns, whatever the names", arguments: Language.allCases)
  func width(language: Language) throws {
    let files = try files(language)
    for index in 0..<files.count {
      for line in files.text(index).split(separator: "\n") {
        #expect(String(line).halfWidths <= 80, "\(line)")
      }
    }
  }

  @Test("A usual invoice is one page; sixty lines run over pages", arguments: Language.allCases)
  func pages(language: Language) throws {
    let files = try files(language)
    for index in 0..<files.count {
      let sheet = try #require(files.workbook(index).sheets.first)
      let breaks = sheet.page.breaksAfter
      #expect(breaks.isEmpty == !files.names[index].hasSuffix("sixty"))
      // Where Calibri is missing, a column is drawn a quarter wider; none may fall off the page.
      guard let scale = sheet.page.scale else { continue }
      let width = sheet.columnWidths.values.reduce(0) { $0 + $1 * 8.75 + 5 } / 96 * Double(scale) / 100
      #expect(width <= 8.27 - sheet.page.margins.left - sheet.page.margins.right)
    }
  }

  @Test("Where prices include tax, lines and headings do too")
  func included() throws {
    var sample = SampleBilling()
    sample.company.priceBasis = .included
    sample.month.contracts = [try .pack("T-1", "C-1", fee: 66_000)]
    let files = DocumentFiles(
      try sample.report(), labels: try shippedLabels(.ja),
      layout: try DocumentTemplate(yaml: shippedTemplate("invoice.ja.yml"), file: "invoice.ja.yml"),
      text: try DocumentTextTemplate(shippedTemplate("invoice.ja.mustache"), file: "m", language: .ja))
    let text = files.text(0)
    #expect(text.contains("金額(税込)"))
    #expect(text.contains("66,000\n"))
    #expect(text.contains("60,000  消費税"))
  }
}
