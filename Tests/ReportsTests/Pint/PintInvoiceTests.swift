import Foundation
import Records
import ServiceTerms
import Testing

@testable import Billing
@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("JP PINT")
struct PintInvoiceTests {
  static let company = Company(
    name: "株式会社つばめ & <Son>", registrationNumber: "T5999999000004", postalCode: "100-0000",
    address: "東京都千代田区見本町1-2-3", phone: "03-0000-0000", email: "billing@example.jp",
    bankAccount: ["みほん銀行 本店", "普通 0000001"])

  /// Documents of every kind, with what is special about them.
  static let samples: [Sample] = [
    Sample(
      "invoice", lines: [line(.ticketPack, 60_000), line(.renewal, 98_765), line(.freightClaim, 1_320)]),
    Sample("credit", lines: [line(.ticketPack, -60_000, corrects: true), line(.unreturnedPart, 30_000)]),
    Sample("statement", lines: [line(.freightClaim, 1_320), line(.freightCredit, -990)]),
    Sample("included", basis: .included, lines: [line(.ticketPack, 10)]),
    Sample("included-ceil", basis: .included, rounding: .ceil, lines: [line(.ticketPack, 1)]),
    Sample(
      "included-many", basis: .included, rounding: .halfUp,
      lines: [line(.ticketPack, 27_164), line(.renewal, 1_009), line(.unreturnedPart, 17)]),
    Sample("hostile", name: "=A1&\"<\u{1}😀>\u{FFFE} 株式会社", lines: [line(.renewal, 5)]),
    Sample("marks", name: "A&\u{3099}B<\u{338}C>\u{301}D\"\u{200D}", lines: [line(.renewal, 5)]),
    Sample("no-break blank", name: "\u{A0}", lines: [line(.renewal, 5)]),
    Sample("control character", name: "\u{1}", lines: [line(.renewal, 5)]),
    Sample("noncharacter", name: "\u{FFFE}", lines: [line(.renewal, 5)]),
    Sample(
      "two rates", rounding: .ceil,
      lines: [
        line(.ticketPack, 1_005), line(.renewal, 333, rate: 8), line(.ticketPack, -1_005, corrects: true),
        line(.freightClaim, 1_320), line(.renewal, 9, rate: 8),
      ]),
    Sample(
      "two rates, included", basis: .included, rounding: .ceil,
      lines: [line(.ticketPack, -11, corrects: true), line(.renewal, 1, rate: 8), line(.renewal, 4)]),
    Sample("large", lines: [line(.ticketPack, 123_456_789_012_345), line(.freightCredit, -987_654_321_098)]),
    Sample("no address", address: "", lines: [line(.ticketPack, 1)]),
    Sample("nothing", lines: [line(.ticketPack, 60_000), line(.renewal, -60_000, corrects: true)]),
  ]

  @Test(
    "the sums follow from the lines, and the tax lies between its floor and its ceiling", arguments: samples)
  func sums(sample: Sample) throws {
    let xml = try sample.parsed()
    let lines = try xml.numbers("//cac:InvoiceLine/cbc:LineExtensionAmount")
    let total = try xml.number("//cac:LegalMonetaryTotal/cbc:LineExtensionAmount")
    #expect(lines.reduce(0, +) == total)
    #expect(try xml.number("//cbc:TaxExclusiveAmount") == total)
    let tax = try xml.number("/*/cac:TaxTotal/cbc:TaxAmount")
    #expect(try xml.number("//cbc:TaxInclusiveAmount") == total + tax)
    #expect(try xml.number("//cbc:PayableAmount") == sample.document.total.amount)
    #expect(try xml.numbers("//cac:TaxSubtotal/cbc:TaxAmount").reduce(0, +) == tax)
    for subtotal in try xml.nodes(forXPath: "//cac:TaxSubtotal") {
      let net = Double(try subtotal.number("cbc:TaxableAmount"))
      let tax = try subtotal.number("cbc:TaxAmount")
      guard let percent = try subtotal.numbers("cac:TaxCategory/cbc:Percent").first else {
        #expect(tax == 0)
        continue
      }
      let exact = net * Double(percent) / 100
      #expect(Double(tax) >= exact.rounded(.down) && Double(tax) <= exact.rounded(.up))
    }
  }

  @Test("identifiers, type 380, currency, a registration number and a period a line", arguments: samples)
  func required(sample: Sample) throws {
    let xml = try sample.parsed()
    #expect(try xml.texts("/*/cbc:CustomizationID") == ["urn:peppol:pint:billing-1@jp-1"])
    #expect(try xml.texts("/*/cbc:ProfileID") == ["urn:peppol:bis:billing"])
    #expect(try xml.texts("/*/cbc:InvoiceTypeCode") == ["380"])
    #expect(try xml.texts("/*/cbc:DocumentCurrencyCode") == ["JPY"])
    #expect(
      try xml.texts("//cac:AccountingSupplierParty//cac:PartyTaxScheme/cbc:CompanyID") == ["T5999999000004"])
    #expect(try xml.texts("//cbc:EndpointID/@schemeID").count == 2)
    #expect(try xml.texts("//cac:Country/cbc:IdentificationCode") == ["JP", "JP"])
    #expect(
      try xml.nodes(forXPath: "//cac:InvoiceLine/cac:InvoicePeriod").count == sample.document.lines.count)
    #expect(try xml.nodes(forXPath: "//*[not(*) and not(normalize-space())]").isEmpty, "no empty element")
    #expect(try xml.nodes(forXPath: "//cbc:PriceAmount[. < 0]").isEmpty)
    #expect(
      try xml.nodes(forXPath: "//cac:TaxSubtotal[cac:TaxCategory/cbc:ID = 'O']").count
        == (sample.document.lines.contains { $0.charge.tax == .outOfScope } ? 1 : 0))
    #expect(try xml.nodes(forXPath: "//*[cbc:ID = 'O' and cbc:Percent]").isEmpty)
  }

  @Test(
    "whatever stands in a name, a reader finds it again, but for what XML does not hold",
    arguments: [
      ("A&\u{3099}B<\u{338}C>\u{301}D\"\u{200D}", "A&\u{3099}B<\u{338}C>\u{301}D\"\u{200D}"),
      ("\u{A0}", "\u{A0}"),
      ("一行目\n二行目", "一行目 二行目"), ("\u{1}", "\u{FFFD}"), ("a\u{FFFE}", "a\u{FFFD}"),
    ])
  func characters(name: String, expected: String) throws {
    let xml = try Sample("", name: name, lines: [Self.line(.renewal, 5)]).parsed()
    let names = try xml.texts("//cac:AccountingCustomerParty//cbc:RegistrationName")
    #expect(names.map { Array($0.unicodeScalars) } == [Array(expected.unicodeScalars)])
  }

  @Test("a credit is a negative quantity at a positive price and names the invoice that it corrects")
  func credit() throws {
    let xml = try Self.samples[1].parsed()
    #expect(try xml.texts("//cac:InvoiceLine[1]/cbc:InvoicedQuantity") == ["-1"])
    #expect(try xml.number("//cac:InvoiceLine[1]//cbc:PriceAmount") == 60_000)
    #expect(try xml.texts("//cac:BillingReference//cbc:ID") == ["202609-0007"])
    #expect(try xml.texts("//cac:BillingReference//cbc:IssueDate") == ["2026-09-30"])
  }

  @Test("where prices include a tax of less than a yen, a yen moves between net and tax and the total stays")
  func yenMoves() throws {
    let xml = try Self.samples[3].parsed()
    #expect(try xml.number("//cac:TaxSubtotal/cbc:TaxableAmount") == 9)
    #expect(try xml.number("//cac:TaxSubtotal/cbc:TaxAmount") == 1)
    #expect(try xml.number("//cbc:PayableAmount") == 10)
  }

  private static func line(
    _ kind: ChargeKind, _ amount: Yen, rate: Int = 10, corrects: Bool = false
  ) -> ChargeLine {
    let day = BillingMonth("2026-10")?.firstDay ?? Day(number: 0)
    return ChargeLine(
      key: Identifier("\(kind):\(amount)"), kind: kind, customer: "C1", eventOn: day,
      chargeClass: corrects ? .correction : .normal, desired: amount, posted: .zero, amount: amount,
      net: amount, tax: kind.isFreight ? .outOfScope : .standard(rate: rate), source: ChargeSource(),
      term: kind.isTerm ? day...day.adding(years: 1).previous : nil,
      corrects: corrects ? DocumentNumber("202609-0007") : nil)
  }

  struct Sample: Sendable, CustomTestStringConvertible {
    let title: String
    let document: Document
    let company: Company

    var testDescription: String { title }

    init(
      _ title: String, basis: Company.PriceBasis = .excluded, rounding: Company.Rounding = .floor,
      name: String = "株式会社見本", address: String = "大阪府大阪市", lines: [ChargeLine]
    ) {
      self.title = title
      var company = PintInvoiceTests.company
      company.priceBasis = basis
      company.taxRounding = rounding
      self.company = company
      let lines = lines.map { line in
        var line = line
        line.net = (try? company.net(of: line.amount, line.tax)) ?? line.amount
        return line
      }
      let taxes = (try? RateTotal.totals(of: lines, company: company)) ?? []
      let (net, tax) = (taxes.reduce(0) { $0 + $1.net.amount }, taxes.reduce(0) { $0 + $1.tax.amount })
      let outOfScope = lines.filter { !$0.tax.isTaxable }.reduce(0) { $0 + $1.amount.amount }
      let month = BillingMonth("2026-10") ?? Day(number: 0).month
      document = Document(
        number: DocumentNumber(month: month, sequence: 1), customer: "C1", type: .invoice,
        issuedOn: month.lastDay, dueOn: month.next.lastDay,
        addressee: Addressee(name: name, address: address),
        lines: lines.map { DocumentLine(charge: $0, contractIndex: nil, advance: nil) }, taxes: taxes,
        net: Yen(net), tax: Yen(tax), outOfScope: Yen(outOfScope), total: Yen(net + tax + outOfScope),
        notes: [])
    }

    func bytes() throws -> [UInt8] {
      try PintInvoice(
        document, company: company,
        texts: document.lines.map { _ in PintInvoice.LineText(name: "チケット", description: "5枚", note: "契約 T1")
        },
        note: "備考"
      ).bytes()
    }

    func parsed() throws -> XMLDocument { try XMLDocument(data: Data(bytes())) }
  }
}

extension XMLNode {
  func texts(_ path: String) throws -> [String] {
    try nodes(forXPath: path).map { $0.stringValue ?? "" }
  }
  fileprivate func numbers(_ path: String) throws -> [Int] { try texts(path).compactMap { Int($0) } }
  fileprivate func number(_ path: String) throws -> Int { try #require(try numbers(path).first) }
}
