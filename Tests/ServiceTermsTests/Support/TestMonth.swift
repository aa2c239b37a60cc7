import Records

@testable import ServiceTerms

/// A month of a small provider, to ask the rules about.
struct TestMonth {
  var month: BillingMonth = "2026-10"
  var contracts: [Contract] = []
  var cases: [SupportCase] = []
  var inquiries: [TicketUse] = []
  var courier: [CourierLine]?
  var closed: ClosedMonths?
  var editions: [Edition] = [.sample()]

  var frame: MonthFrame {
    get throws {
      guard let holidays = NationalHolidays(byDay: testHolidays),
        let catalogue = Catalogue(editions: editions)
      else { throw BadFixture() }
      return MonthFrame(month: month, catalogue: catalogue, holidays: holidays)
    }
  }

  var book: ContractBook { ContractBook(contracts) }
  var books: ClosedMonths { closed ?? ClosedMonths(opening: month) }

  var rules: MonthRules {
    get throws {
      let exports = MonthExports(
        contracts: Export(rows: contracts), cases: Export(rows: cases), inquiries: Export(rows: inquiries),
        courier: courier.map { Export(rows: $0) })
      return MonthRules(frame: try frame, exports: exports, closed: books)
    }
  }

  func result() throws -> MonthResult { try rules.result() }

  func tickets() throws -> TicketAccounts { try rules.ticketAccounting().accounts() }

  func explainer() throws -> Explainer { Explainer(rules: try rules, result: try result()) }

  /// The verdict on one case of the month; nil where it came in after the month.
  func outcome(of supportCase: SupportCase) throws -> CaseOutcome? {
    try judge.outcome(of: supportCase, at: 0)
  }

  var judge: CaseJudge {
    get throws { CaseJudge(frame: try frame, book: book, closed: books) }
  }

  func renewal(of contract: Contract) throws -> Renewal {
    RenewalReview(frame: try frame, book: ContractBook([contract] + contracts)).renewal(of: contract, at: 0)
  }
}

struct BadFixture: Error {}

/// The holidays that the tests meet; New Year's Days mark the years that the file covers.
let testHolidays: [Day: String] = [
  "2020-01-01": "元日", "2026-01-01": "元日", "2026-08-11": "山の日", "2026-09-21": "敬老の日",
  "2026-09-22": "休日", "2026-09-23": "秋分の日", "2026-10-12": "スポーツの日", "2026-11-03": "文化の日",
  "2026-11-23": "勤労感謝の日", "2027-01-01": "元日", "2030-01-01": "元日",
]

extension Edition {
  /// The catalogue as it is shipped, with a registered carrier.
  static func sample(from day: Day = "2020-01-01", _ edit: (inout Edition) -> Void = { _ in }) -> Edition {
    let hours = Reception.businessDays(
      from: TimeOfDay(hour: 9), through: TimeOfDay(hour: 17, minute: 30))
    var services: [ServiceCode: ServiceEntry] = [:]
    for service in ServiceCode.allCases {
      services[service] = ServiceEntry(
        channels: service.isOnsite ? [.mail, .phone] : [.mail],
        reception: service == .onsite24h ? .always : hours,
        price: service == .technicalSupport ? 60_000 : nil, billsFirstTerm: service == .technicalSupport)
    }
    var edition = Edition(
      effectiveFrom: day, services: services,
      carriers: [
        Carrier(name: "ヤマト運輸", aliases: ["ヤマト"], registrationNumber: "T8999999000001"),
        Carrier(name: "無登録便"),
      ])
    edit(&edition)
    return edition
  }
}

/// In force from April 2026 through March 2027, in Tokyo, of customer K-1.
func contract(
  _ service: ServiceCode, _ id: Identifier = "C-1", edit: (inout Contract) -> Void = { _ in }
) -> Contract {
  var contract = Contract(
    id: id, customer: "K-1", customerName: "架空商事", service: service, startsOn: "2026-04-01",
    endsOn: "2027-03-31", region: service == .technicalSupport ? nil : .tokyo)
  edit(&contract)
  return contract
}

/// Case S-1 under contract C-1, received on Monday 5 October 2026 at 10:00.
func supportCase(
  received: JSTInstant = "2026-10-05 10:00", isolated: JSTInstant? = nil,
  edit: (inout SupportCase) -> Void = { _ in }
) -> SupportCase {
  var supportCase = SupportCase(id: "S-1", contract: "C-1", receivedAt: received, isolatedAt: isolated)
  edit(&supportCase)
  return supportCase
}

/// An inquiry of customer K-1 for one ticket.
func inquiry(
  _ id: Identifier, at received: JSTInstant = "2026-10-05 10:00", tickets: Int = 1,
  category: InquiryCategory = .configuration, edit: (inout TicketUse) -> Void = { _ in }
) -> TicketUse {
  var inquiry = TicketUse(
    id: id, customer: "K-1", receivedAt: received, category: category, tickets: tickets)
  edit(&inquiry)
  return inquiry
}

extension [Finding] {
  var codes: [FindingCode] { map(\.code) }
}
