import Billing
import Foundation
import GRDB
import Records
import ServiceTerms

@testable import Ledger

func day(_ text: String) -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return Day(year: parts[0], month: parts[1], day: parts[2]) ?? Day(number: 0)
}
func month(_ text: String) -> BillingMonth { BillingMonth(text) ?? day("1990-01-01").month }

struct MissingValue: Error {}
func require<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw MissingValue() }
  return value
}

/// Books in a temporary folder, and the whole way from a month's exports into them.
final class Books {
  let folder: String
  let path: String
  var opening = month("2026-10")

  init() throws {
    folder = NSTemporaryDirectory() + "shimebi-ledger-\(UUID().uuidString)"
    path = folder + "/ledger.sqlite"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  convenience init(copying other: Books) throws {
    try self.init()
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  struct Draft {
    var input: BillingInput
    var billing: MonthBilling
    var closed: ClosedMonths
  }

  /// What `run` computes.
  func run(_ month: BillingMonth, _ exports: MonthExports) throws -> Draft {
    var closed = ClosedMonths(opening: opening)
    var posted = PostedCharges()
    if let ledger = try? Ledger(opening: path), try ledger.closedRange() != nil {
      closed = try ledger.closedMonths(before: month, cases: exports.cases.rows.map(\.id))
      posted = try ledger.postedCharges(before: month)
    }
    let frame = try Self.frame(month)
    let rules = MonthRules(frame: frame, exports: exports, closed: closed)
    let input = BillingInput(
      frame: frame, exports: exports, book: rules.book,
      result: try rules.result(),
      company: Company(name: "当社", registrationNumber: "T5999999000004"), opening: closed.opening,
      posted: posted)
    return Draft(input: input, billing: try MonthBilling(input, numbered: true), closed: closed)
  }

  @discardableResult
  func close(
    _ month: BillingMonth, _ exports: MonthExports, beforeCommit: () throws -> Void = {}
  ) throws -> MonthStanding {
    let ledger = try Ledger(creating: path)
    let draft = try run(month, exports)
    return try ledger.close(
      MonthToPost(
        input: draft.input, billing: draft.billing, figures: try KeyFigures(draft.input, draft.billing),
        closed: draft.closed, digests: [Self.digest(of: exports)], version: "test"), openFrom: opening,
      beforeCommit: beforeCommit)
  }

  /// Stands for the SHA-256 of the files.
  static func digest(of exports: MonthExports) -> InputDigest {
    let text = "\(exports.contracts.rows)\(exports.cases.rows)\(exports.inquiries.rows)"
    let hash = text.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let digits = String(hash, radix: 16)
    return InputDigest(
      name: "exports", sha256: String(repeating: "0", count: 64 - digits.count) + digits)
  }

  /// Another connection, as the sqlite3 shell would make it.
  func shell(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: sql) }
  }

  func rows(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: path).read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { String(describing: $0.storage.value ?? "NULL") }.joined(separator: "|")
      }
    }
  }

  private static func frame(_ month: BillingMonth) throws -> MonthFrame {
    let hours = Reception.businessDays(from: TimeOfDay(hour: 9), through: TimeOfDay(hour: 17, minute: 30))
    var services: [ServiceCode: ServiceEntry] = [:]
    for code in ServiceCode.allCases {
      services[code] = ServiceEntry(
        channels: [.mail, .phone], reception: hours, price: code == .technicalSupport ? 60_000 : nil,
        billsFirstTerm: code == .technicalSupport)
    }
    let catalogue = try require(
      Catalogue(editions: [Edition(effectiveFrom: day("1990-01-01"), services: services)]))
    let holidays = try require(
      NationalHolidays(byDay: [day("2024-01-01"): "元日", day("2029-12-31"): "x"]))
    return MonthFrame(month: month, catalogue: catalogue, holidays: holidays)
  }
}

/// Exports in which every table of the ledger gets rows.
enum SampleExports {
  static func month(_ text: String) -> MonthExports {
    var inquiries = [
      use("U1", on: "2026-10-02", tickets: 4), use("U2", on: "2026-10-06", tickets: 3),
      use("U3", customer: "C2", on: "2026-10-07", tickets: 1),
    ]
    if text > "2026-10" { inquiries.append(use("U4", on: "2026-11-04", tickets: 2)) }
    return MonthExports(
      contracts: Export(rows: contracts), cases: Export(rows: cases), inquiries: Export(rows: inquiries))
  }

  static let contracts = [
    Contract(
      id: "T1", customer: "C1", customerName: "株式会社一", service: .technicalSupport,
      startsOn: day("2026-10-01"), endsOn: day("2027-09-30"), autoTopUp: true),
    Contract(
      id: "M1", customer: "C2", customerName: "株式会社二", service: .advanceSendback,
      startsOn: day("2025-10-11"), endsOn: day("2026-10-10"), annualFee: 98_000, region: .tokyo,
      autoRenew: true),
  ]

  static let cases = [
    SupportCase(
      id: "K1", contract: "M1", receivedAt: day("2026-10-05").at(TimeOfDay(hour: 10)),
      isolatedAt: day("2026-10-05").at(TimeOfDay(hour: 11)),
      failedPart: Shipment(
        shippedAt: day("2026-10-08").start, terms: .collect, freight: 1_320, carrier: "ヤマト運輸"),
      replacement: Shipment(shippedAt: day("2026-10-06").start, freight: 900)),
    SupportCase(
      id: "K2", contract: "X9", receivedAt: day("2026-10-05").at(TimeOfDay(hour: 10))),
  ]

  static func use(_ id: Identifier, customer: Identifier = "C1", on text: String, tickets: Int) -> TicketUse {
    TicketUse(
      id: id, customer: customer, receivedAt: day(text).at(TimeOfDay(hour: 10)), category: .configuration,
      tickets: tickets)
  }
}
