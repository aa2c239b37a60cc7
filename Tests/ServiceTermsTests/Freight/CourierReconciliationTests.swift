import Records
import Testing

@testable import ServiceTerms

@Suite("The courier's statement against the cases")
struct CourierReconciliationTests {
  static func shipped(_ number: String, _ terms: FreightTerms, on day: JSTInstant = "2026-10-07") -> Shipment
  {
    Shipment(shippedAt: day, terms: terms, freight: 1_000, carrier: "ヤマト運輸", trackingNumber: number)
  }

  static func line(_ id: Identifier, _ number: String, _ amount: Yen = 1_000) -> CourierLine {
    CourierLine(id: id, trackingNumber: number, shippedOn: "2026-10-07", amount: amount, terms: .prepaid)
  }

  static let month = TestMonth(
    contracts: [contract(.advanceSendback)],
    cases: [
      supportCase {
        $0.failedPart = shipped("A-1", .collect)
        $0.replacement = shipped("A-2", .prepaid)
      },
      supportCase {
        $0.id = "S-2"
        $0.failedPart = shipped("B-1", .prepaid)
        $0.replacement = shipped("B-2", .collect)
      },
      supportCase(received: "2026-09-01 10:00") {
        $0.id = "S-3"
        $0.replacement = shipped("C-2", .prepaid, on: "2026-09-30")
      },
    ])

  func states(_ lines: [CourierLine]) throws -> [ReconciliationState] {
    var month = Self.month
    month.courier = lines
    return try #require(try month.result().reconciliation).map(\.state)
  }

  @Test("SB-6: a line that agrees with a leg we were billed for is matched, whatever its hyphens")
  func matched() throws {
    #expect(try states([Self.line("L1", "a1"), Self.line("L2", "A2")]).first == .notInCases)
    #expect(try states([Self.line("L1", "A1"), Self.line("L2", "A 2")]) == [.matched, .matched])
  }

  @Test("Another amount is shown as such")
  func amountDiffers() throws {
    #expect(
      try states([Self.line("L1", "A-1", 1_001), Self.line("L2", "A-2")]) == [.amountDiffers, .matched])
  }

  @Test("A leg that the customer was billed for is not ours to pay")
  func notOurs() throws {
    let lines = [
      Self.line("L1", "B-1"), Self.line("L2", "B-2"), Self.line("L3", "A-1"), Self.line("L4", "A-2"),
    ]
    #expect(try states(lines) == [.notOurs, .notOurs, .matched, .matched])
  }

  @Test("The second line of a tracking number is billed twice, whatever else holds")
  func billedTwice() throws {
    let lines = [
      Self.line("L1", "A-1"), Self.line("L2", "A1", 5), Self.line("L3", "X-9"), Self.line("L4", "X9"),
      Self.line("L5", "A-2"), Self.line("L6", "A-2"),
    ]
    #expect(
      try states(lines) == [.matched, .billedTwice, .notInCases, .billedTwice, .matched, .billedTwice])
  }

  @Test("A leg of the month that we should have been billed for, but were not, is listed without a line")
  func notOnStatement() throws {
    var month = Self.month
    month.courier = [Self.line("L1", "A-2")]
    let lines = try #require(try month.result().reconciliation)
    #expect(lines.map(\.state) == [.matched, .notOnStatement])
    #expect(lines.last?.statementIndex == nil)
    #expect(lines.last?.legIndex == 0)
  }

  @Test("A leg of an earlier month is still found by its number")
  func earlierMonth() throws {
    #expect(try states([Self.line("L1", "C-2")]).first == .matched)
  }

  @Test("A leg without a number cannot be on the statement")
  func withoutNumber() throws {
    var month = TestMonth(contracts: Self.month.contracts)
    month.cases = [supportCase { $0.replacement = Self.shipped("-", .prepaid) }]
    month.courier = [Self.line("L1", "-"), Self.line("L2", " ")]
    #expect(
      try month.result().reconciliation?.map(\.state) == [.notInCases, .notInCases, .notOnStatement])
  }

  @Test("Control total: own side, advances and lines in any other state are the statement")
  func controlTotal() throws {
    var month = Self.month
    month.courier = [
      Self.line("L1", "A-1"), Self.line("L2", "A-2", 999), Self.line("L3", "B-1"), Self.line("L4", "Z"),
      Self.line("L5", "A-1", 7),
    ]
    let result = try month.result()
    let lines = try #require(result.reconciliation).filter { $0.statementIndex != nil }
    #expect(Set(lines.compactMap(\.statementIndex)).count == month.courier?.count)
    let advances = lines.filter { line in
      line.state == .matched && line.legIndex.map { result.legs[Int($0)].settlement == .claim } == true
    }
    #expect(advances.count == 1)
  }

  @Test("Without a statement nothing is reconciled")
  func noStatement() throws {
    #expect(try Self.month.result().reconciliation == nil)
  }
}
