import Records
import Testing

@testable import ServiceTerms

@Suite("Who bears the freight")
struct FreightAllocationTests {
  static func result(
    _ service: ServiceCode = .advanceSendback, _ edit: (inout SupportCase) -> Void
  ) throws -> MonthResult {
    try TestMonth(contracts: [contract(service)], cases: [supportCase(edit: edit)]).result()
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var leg: Leg
    var terms: FreightTerms
    var billed: Party
    var bearer: Party
    var settlement: Settlement
    var testDescription: String { "\(leg.rawValue) \(terms.rawValue)" }
  }

  @Test(
    "SB-6: each sender bears its side; who was billed for the other's is repaid",
    arguments: [
      Example(leg: .failedPart, terms: .prepaid, billed: .customer, bearer: .customer, settlement: .none),
      Example(leg: .failedPart, terms: .collect, billed: .center, bearer: .customer, settlement: .claim),
      Example(leg: .replacement, terms: .prepaid, billed: .center, bearer: .center, settlement: .none),
      Example(leg: .replacement, terms: .collect, billed: .customer, bearer: .center, settlement: .credit),
    ])
  func allocation(example: Example) throws {
    for service in ServiceCode.allCases where service.isSendback {
      let shipment = Shipment(
        shippedAt: "2026-10-07 10:00", terms: example.terms, freight: 1_320, carrier: "ヤマト運輸")
      let legs = try Self.result(service) {
        if example.leg == .failedPart { $0.failedPart = shipment } else { $0.replacement = shipment }
        $0.failedPartReceivedAt = "2026-10-06"
      }.legs
      let leg = try #require(legs.first)
      #expect(legs.count == 1)
      #expect(leg.leg == example.leg)
      #expect(leg.billedParty == example.billed)
      #expect(leg.bearer == example.bearer)
      #expect(leg.settlement == example.settlement)
      #expect(leg.state == (example.settlement == .none ? .none : .settled))
      #expect(leg.amount == 1_320)
    }
  }

  @Test("SB-6: freight does not depend on cover or verdict")
  func withoutCover() throws {
    let legs = try Self.result {
      $0.partSoldByUs = false
      $0.failedPart = Shipment(shippedAt: "2026-10-07", terms: .collect, freight: 800, carrier: "ヤマト")
    }.legs
    #expect(legs.map(\.settlement) == [.claim])
  }

  @Test("A leg exists once it was shipped by as-of, and belongs to the month of that day")
  func exists() throws {
    #expect(try Self.result { $0.failedPart.shippedAt = "2026-11-01" }.legs.isEmpty)
    let leg = try #require(try Self.result { $0.failedPart.shippedAt = "2026-10-31 23:59:59" }.legs.first)
    #expect(leg.shippedOn == "2026-10-31")
    #expect(leg.month == "2026-10")
  }

  @Test(
    "SB-6: freight that is missing is found where we were billed or something is owed",
    arguments: [
      (.failedPart, .prepaid, false), (.failedPart, .collect, true), (.replacement, .prepaid, true),
      (.replacement, .collect, true),
    ] as [(Leg, FreightTerms, Bool)])
  func freightMissing(leg: Leg, terms: FreightTerms, isMissing: Bool) throws {
    let result = try Self.result {
      let shipment = Shipment(shippedAt: "2026-10-07", terms: terms, carrier: "ヤマト運輸")
      if leg == .failedPart { $0.failedPart = shipment } else { $0.replacement = shipment }
    }
    #expect(result.findings.codes == (isMissing ? [.freightMissing] : []))
    #expect(result.legs.map(\.state) == [isMissing ? .unresolved : .none])
    if let finding = result.findings.first { #expect(finding.column == "\(leg.rawValue)_freight") }
  }

  @Test("ON-7: a parcel of an on-site case is listed and warned of, never settled")
  func onsite() throws {
    for service in ServiceCode.allCases where service.isOnsite {
      let result = try Self.result(service) {
        $0.failedPart = Shipment(shippedAt: "2026-10-07", terms: .collect)
      }
      #expect(result.legs.map(\.state) == [.onsite])
      #expect(result.legs.map(\.settlement) == [.none])
      #expect(result.findings.codes == [.freightOnOnsite])
    }
  }

  @Test("Legs of an unknown or ticket contract are unresolved, without settlement")
  func unknownContract() throws {
    for contracts in [[], [contract(.technicalSupport)]] {
      let month = TestMonth(
        contracts: contracts,
        cases: [supportCase { $0.failedPart = Shipment(shippedAt: "2026-10-07", terms: .collect) }])
      let result = try month.result()
      #expect(result.legs.map(\.state) == [.unresolved])
      #expect(result.legs.map(\.settlement) == [.none])
      #expect(result.findings.isEmpty)
    }
  }

  @Test(
    "A claim names the carrier's registration number, so a carrier without one is warned of",
    arguments: [("ヤマト運輸", false), ("ヤマト", false), ("無登録便", true), ("知らない便", true), ("", true)])
  func carrier(name: String, isWarned: Bool) throws {
    let claim = Shipment(shippedAt: "2026-10-07", terms: .collect, freight: 800, carrier: name)
    #expect(
      try Self.result { $0.failedPart = claim }.findings.codes == (isWarned ? [.carrierUnregistered] : []))
    #expect(
      try Self.result { $0.replacement = claim }.findings.isEmpty, "a credit is the customer's statement")
  }
}
