import Records
import Reports
import ServiceTerms
import Testing

/// A month of a test: exports made by hand, put through the real rules.
struct SampleMonth {
  var month = BillingMonth("2026-10")
  var contracts: [Contract] = []
  var cases: [SupportCase] = []
  var inquiries: [TicketUse] = []
  var courier: [CourierLine]?
  var intakeFindings: [Finding] = []
  var rejectedRows: [ExportFile: Int] = [:]
  var history: [MonthFigures] = []
  var posted: [PostedInquiry] = []
  var verdicts: [Identifier: CountedVerdict] = [:]
  var opening: BillingMonth?
  var companyName = "締日サポート株式会社"

  func report(_ change: (inout Edition) -> Void = { _ in }) throws -> MonthReport {
    let (rules, result) = try ruled(change)
    return MonthReport(
      frame: rules.frame, exports: rules.exports, result: result, findings: result.findings + intakeFindings,
      rejectedRows: rejectedRows, history: history, postedInquiries: posted,
      company: Company(name: companyName, registrationNumber: "T9011101097073"))
  }

  /// The month's rules and what they give.
  func ruled(
    _ change: (inout Edition) -> Void = { _ in }
  ) throws -> (rules: MonthRules, result: MonthResult) {
    let month = try #require(month)
    var edition = Edition(effectiveFrom: try day("2020-01-01"), services: Self.services)
    change(&edition)
    let holidays = try #require(
      NationalHolidays(byDay: [
        try day("2026-01-01"): "元日", try day("2026-10-12"): "スポーツの日", try day("2027-12-31"): "大晦日",
      ]))
    let frame = MonthFrame(
      month: month, catalogue: try #require(Catalogue(editions: [edition])), holidays: holidays)
    let exports = MonthExports(
      contracts: Export(rows: contracts), cases: Export(rows: cases), inquiries: Export(rows: inquiries),
      courier: courier.map { Export(rows: $0) })
    let closed = ClosedMonths(
      opening: opening ?? month, last: opening == nil ? nil : month.previous, verdicts: verdicts,
      inquiries: posted)
    let rules = MonthRules(frame: frame, exports: exports, closed: closed)
    return (rules, try rules.result())
  }

  static let services: [ServiceCode: ServiceEntry] = {
    let hours = Reception.businessDays(from: TimeOfDay(hour: 9), through: TimeOfDay(hour: 17, minute: 30))
    var entries: [ServiceCode: ServiceEntry] = [:]
    for service in ServiceCode.allCases {
      entries[service] = ServiceEntry(
        channels: service.isOnsite ? [.mail, .phone] : [.mail],
        reception: service == .onsite24h ? .always : hours,
        price: service == .technicalSupport ? 60_000 : nil, billsFirstTerm: service == .technicalSupport)
    }
    return entries
  }()
}

/// `2026-10-05`
func day(_ text: String) throws -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  try #require(parts.count == 3)
  return try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
}

/// `2026-10-05 13:00`, or a bare date for 00:00.
func at(_ text: String) throws -> JSTInstant {
  let parts = text.split(separator: " ")
  let time = parts.dropFirst().first?.split(separator: ":").compactMap { Int($0) } ?? [0, 0]
  return try day(String(parts[0])).at(TimeOfDay(hour: time[0], minute: time[1]))
}

/// The text of a rendered file.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
