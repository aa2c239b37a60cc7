import Records
import ServiceTerms

@testable import Billing

/// Days and months in tests: written as texts, and there by construction.
func day(_ text: String) -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return Day(year: parts[0], month: parts[1], day: parts[2]) ?? Day(number: 0)
}
func at(_ text: String, _ hour: Int = 10, _ minute: Int = 0) -> JSTInstant {
  day(text).at(TimeOfDay(hour: hour, minute: minute))
}
func month(_ text: String) -> BillingMonth { BillingMonth(text) ?? day("1990-01-01").month }

/// A provider for tests: the shipped catalogue, and knobs for what a test is about.
struct BillingSample {
  var settings = Settings()
  var company = Company(name: "当社", registrationNumber: "T5999999000004")
  var carriers = [
    Carrier(name: "ヤマト運輸", aliases: ["ヤマト"], registrationNumber: "T8999999000001")
  ]
  var contracts: [Contract] = []
  var cases: [SupportCase] = []
  var inquiries: [TicketUse] = []
  var courier: [CourierLine]?
  var rejectedContracts: Set<Identifier> = []
  var rejectedCases: Set<Identifier> = []
  var rejectedInquiries: Set<Identifier> = []
  var billsFirstTerm: Set<ServiceCode> = [.technicalSupport]
  var prices: [ServiceCode: Yen] = [.technicalSupport: 60_000]

  var exports: MonthExports {
    MonthExports(
      contracts: Export(rows: contracts, rejectedKeys: rejectedContracts),
      cases: Export(rows: cases, rejectedKeys: rejectedCases),
      inquiries: Export(rows: inquiries, rejectedKeys: rejectedInquiries),
      courier: courier.map { Export(rows: $0) })
  }

  func frame(_ month: BillingMonth) throws -> MonthFrame {
    let hours = Reception.businessDays(from: TimeOfDay(hour: 9), through: TimeOfDay(hour: 17, minute: 30))
    let services = ServiceCode.allCases.map { code in
      (
        code,
        ServiceEntry(
          channels: [.mail, .phone], reception: code == .onsite24h ? .always : hours, price: prices[code],
          billsFirstTerm: billsFirstTerm.contains(code))
      )
    }
    let edition = Edition(
      effectiveFrom: day("1990-01-01"), services: Dictionary(uniqueKeysWithValues: services),
      settings: settings, carriers: carriers)
    let catalogue = try require(Catalogue(editions: [edition]))
    let holidays = try require(
      NationalHolidays(byDay: [day("2018-01-01"): "元日", day("2026-11-03"): "文化の日", day("2031-12-31"): "x"]))
    return MonthFrame(month: month, catalogue: catalogue, holidays: holidays)
  }

  func input(
    _ month: BillingMonth, closed: ClosedMonths? = nil, posted: PostedCharges = PostedCharges()
  ) throws -> BillingInput {
    let frame = try frame(month)
    let closed = closed ?? ClosedMonths(opening: month)
    let rules = MonthRules(frame: frame, exports: exports, closed: closed)
    let result = try rules.result()
    return BillingInput(
      frame: frame, exports: exports, book: rules.book, result: result, company: company,
      opening: closed.opening, posted: posted)
  }

  func bill(
    _ month: BillingMonth, opening: BillingMonth? = nil, posted: PostedCharges = PostedCharges()
  ) throws -> MonthBilling {
    let closed = ClosedMonths(opening: opening ?? month, last: opening == nil ? nil : month.previous)
    return try MonthBilling(try input(month, closed: closed, posted: posted), numbered: true)
  }
}

struct MissingValue: Error {}

func require<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw MissingValue() }
  return value
}

extension MonthBilling {
  /// The postings as the next month sees them, on top of the earlier ones.
  func posted(after earlier: PostedCharges = PostedCharges()) throws -> PostedCharges {
    var charges = Dictionary(uniqueKeysWithValues: earlier.charges.map { ($0.key, $0) })
    let numbers = numbers
    for line in lines {
      let posting = PostedCharge.Posting(
        month: month, document: try require(numbers[line.customer]), amount: line.amount, net: line.net)
      charges[line.key] = PostedCharge(
        key: line.key, kind: line.kind, customer: line.customer, eventOn: line.eventOn, tax: line.tax,
        source: line.source, term: line.term, postings: (charges[line.key]?.postings ?? []) + [posting])
    }
    return PostedCharges(Array(charges.values))
  }

  func line(_ key: Identifier) throws -> ChargeLine { try require(lines.first { $0.key == key }) }
}

func support(
  _ id: Identifier, customer: Identifier = "C1", from start: String, through end: String,
  fee: Yen? = nil, packs: Int = 1, autoTopUp: Bool = false, autoRenew: Bool = false,
  cancelledOn: String? = nil, billingName: String? = nil
) -> Contract {
  Contract(
    id: id, customer: customer, customerName: "\(customer) 株式会社", service: .technicalSupport,
    startsOn: day(start), endsOn: day(end), annualFee: fee, ticketPacks: packs, autoTopUp: autoTopUp,
    autoRenew: autoRenew, cancelledOn: cancelledOn.map(day), billingName: billingName)
}

func maintenance(
  _ id: Identifier, customer: Identifier = "C1", _ service: ServiceCode = .advanceSendback,
  from start: String, through end: String, fee: Yen? = 120_000, autoRenew: Bool = false,
  renewedBy: Identifier? = nil, cancelledOn: String? = nil
) -> Contract {
  Contract(
    id: id, customer: customer, customerName: "\(customer) 株式会社", service: service, startsOn: day(start),
    endsOn: day(end), annualFee: fee, region: .tokyo, autoRenew: autoRenew, renewedBy: renewedBy,
    cancelledOn: cancelledOn.map(day))
}

func returnedByCollect(
  _ id: Identifier, contract: Identifier, shipped: String, freight: Yen?, terms: FreightTerms = .collect
) -> SupportCase {
  SupportCase(
    id: id, contract: contract, receivedAt: at(shipped, 9), isolatedAt: at(shipped, 10),
    failedPart: Shipment(
      shippedAt: at(shipped, 12), terms: terms, freight: freight, carrier: "ヤマト",
      trackingNumber: "123456789013"))
}

func inquiry(
  _ id: Identifier, customer: Identifier = "C1", on day: String, tickets: Int = 1,
  category: InquiryCategory = .configuration
) -> TicketUse {
  TicketUse(id: id, customer: customer, receivedAt: at(day), category: category, tickets: tickets)
}
