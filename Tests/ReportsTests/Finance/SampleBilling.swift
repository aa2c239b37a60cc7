import Billing
import Intake
import Records
import Reports
import ServiceTerms
import Testing

/// A billed month of a test: exports made by hand, put through the real rules and the real billing.
struct SampleBilling {
  var month = SampleMonth()
  var posted: [PostedCharge] = []
  var isNumbered = true
  var company = Company(
    name: "締日サポート株式会社", nameEnglish: "Shimebi Support K.K.", registrationNumber: "T9011101097073",
    postalCode: "100-0001", address: "東京都千代田区見本町一丁目2番3号 見本ビル5階", phone: "03-0000-0000",
    email: "billing@example.jp", bankAccount: ["みほん銀行 本店営業部 (001)", "普通預金 0000001", "シメビサポート(カ"])

  func report(_ change: (inout Edition) -> Void = { _ in }) throws -> FinanceReport {
    var report = try month.report { edition in
      edition.carriers = [
        Carrier(name: "みほん運輸", aliases: ["ミホン"], registrationNumber: "T7010705000725")
      ]
      change(&edition)
    }
    report.company = company
    report.isFinal = isNumbered
    let opening = try #require(BillingMonth("2026-08"))
    let input = BillingInput(
      frame: report.frame, exports: report.exports, book: ContractBook(report.exports.contracts.rows),
      result: report.result, company: company, opening: opening, posted: PostedCharges(posted))
    return FinanceReport(
      month: report, billing: try MonthBilling(input, numbered: isNumbered), accounts: try Self.accounts())
  }

  /// The accounts as they are shipped.
  static func accounts() throws -> Accounts {
    try AccountsTemplate.read(shippedTemplate("accounts.yml"), file: "accounts.yml")
  }
}

// MARK: - What the tests bill

extension Contract {
  /// A pack of tickets from 2026-10-01 on.
  static func pack(
    _ id: String, _ customer: String, name: String = "株式会社みなと商事", fee: Yen? = nil, packs: Int = 1,
    autoTopUp: Bool = false, address: String = ""
  ) throws -> Contract {
    Contract(
      id: Identifier(id), customer: Identifier(customer), customerName: name, service: .technicalSupport,
      startsOn: try day("2026-10-01"), endsOn: try day("2027-09-30"), annualFee: fee, ticketPacks: packs,
      autoTopUp: autoTopUp, billingAddress: address)
  }

  /// Maintenance that renewed itself on 2026-10-01.
  static func renewed(
    _ id: String, _ customer: String, name: String = "株式会社みなと商事", service: ServiceCode = .warrantySendback,
    fee: Yen = 120_000, model: String = "TS-873A", serial: String = "Q123456789", address: String = "",
    cancelledOn: Day? = nil
  ) throws -> Contract {
    Contract(
      id: Identifier(id), customer: Identifier(customer), customerName: name, service: service,
      startsOn: try day("2025-10-01"), endsOn: try day("2026-09-30"), annualFee: fee, region: .tokyo,
      autoRenew: true, cancelledOn: cancelledOn, productModel: model, serialNumber: serial,
      billingAddress: address)
  }
}

extension SupportCase {
  /// A send-back case whose failed part came collect: the customer owes us its freight.
  static func collected(
    _ id: String, _ contract: String, shippedOn: String = "2026-10-14", freight: Yen = 1_650,
    carrier: String = "ミホン", tracking: String = "1234-5678-9013"
  ) throws -> SupportCase {
    SupportCase(
      id: Identifier(id), contract: Identifier(contract), receivedAt: try at("2026-10-05 10:00"),
      isolatedAt: try at("2026-10-06 15:00"),
      failedPart: Shipment(
        shippedAt: try at(shippedOn), terms: .collect, freight: freight, carrier: carrier,
        trackingNumber: tracking))
  }

  /// A send-back case whose replacement went collect: we owe the customer its freight.
  static func sentCollect(_ id: String, _ contract: String, freight: Yen = 1_980) throws -> SupportCase {
    SupportCase(
      id: Identifier(id), contract: Identifier(contract), receivedAt: try at("2026-10-05 10:00"),
      isolatedAt: try at("2026-10-06 15:00"),
      replacement: Shipment(
        shippedAt: try at("2026-10-20"), terms: .collect, freight: freight, carrier: "はやぶさ急便",
        trackingNumber: "9876-5432-1002"))
  }
}

extension PostedCharge {
  /// What 2026-09 posted of a renewed term.
  static func term(
    _ contract: String, _ customer: String, start: String = "2026-10-01", end: String = "2027-09-30",
    amount: Yen = 120_000
  ) throws -> PostedCharge {
    let start = try day(start)
    let month = try #require(BillingMonth("2026-09"))
    return PostedCharge(
      key: ChargeKey.term(of: Identifier(contract), startingOn: start), kind: .renewal,
      customer: Identifier(customer), eventOn: start, tax: .standard(rate: 10),
      source: ChargeSource(contract: Identifier(contract), isAutomatic: true),
      term: start...(try day(end)),
      postings: [
        Posting(
          month: month, document: DocumentNumber(month: month, sequence: 3), amount: amount, net: amount)
      ])
  }
}
