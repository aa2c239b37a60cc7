import Records
import Testing

@testable import ServiceTerms

@Suite("Statistics beside attainment")
struct StatisticsTests {
  private func day(_ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year: 2026, month: month, day: day))
  }

  private func statistics(_ contract: Contract, _ cases: [SupportCase]) throws -> ServiceStatistics? {
    let edition = Edition(effectiveFrom: try day(1, 1), services: [:])
    let frame = MonthFrame(
      month: "2026-10", catalogue: try #require(Catalogue(editions: [edition])),
      holidays: try #require(holidaysOf2026))
    let closed = ClosedMonths(opening: frame.month)
    let exports = MonthExports(contracts: Export(rows: [contract]), cases: Export(rows: cases))
    let rules = MonthRules(frame: frame, exports: exports, closed: closed)
    let part = try rules.judge(rules.caseOrder()[...])
    return try Statistics(outcomes: part.outcomes, cases: cases, contracts: [contract], frame: frame)
      .byService[contract.service]
  }

  private func contract(_ service: ServiceCode) throws -> Contract {
    Contract(
      id: "C", customer: "K", customerName: "K", service: service, startsOn: try day(1, 1),
      endsOn: try day(12, 31),
      region: .tokyo)
  }

  @Test("MW-1 Turnaround is counted in days from the failed part's receipt to the shipping")
  func turnaround() throws {
    let contract = try contract(.warrantySendback)
    func repaired(_ id: Identifier, received: Day, shipped: Day) -> SupportCase {
      SupportCase(
        id: id, contract: "C", receivedAt: received.at(TimeOfDay(hour: 10)),
        isolatedAt: received.at(TimeOfDay(hour: 11)), failedPartReceivedAt: received.start,
        replacement: Shipment(shippedAt: shipped.at(TimeOfDay(hour: 15))))
    }
    let statistics = try #require(
      try statistics(
        contract,
        [
          repaired("1", received: try day(9, 1), shipped: try day(10, 1)),
          repaired("2", received: try day(10, 1), shipped: try day(10, 8)),
          repaired("3", received: try day(9, 1), shipped: try day(9, 3)),
        ]))
    #expect(statistics.received == 1)
    #expect(statistics.turnaroundDays == Spread(lowIsGood: [30, 7]))
    #expect(statistics.isolationMinutes == Spread(lowIsGood: [60, 60]))
    #expect(statistics.marginMinutes == nil)
  }

  @Test("ON-3 ON-4 Agreeing late is counted, so that it cannot hide a weakness")
  func agreedLate() throws {
    let contract = try contract(.standardOnsite)
    func visit(_ id: Identifier, isolated: JSTInstant, agreed: JSTInstant) -> SupportCase {
      SupportCase(
        id: id, contract: "C", receivedAt: isolated, isolatedAt: isolated, agreedVisitAt: agreed,
        arrivedAt: agreed)
    }
    let (morning, afternoon) = (TimeOfDay(hour: 10), TimeOfDay(hour: 15))
    let statistics = try #require(
      try statistics(
        contract,
        [
          visit("same day", isolated: try day(10, 1).at(morning), agreed: try day(10, 1).at(afternoon)),
          visit("later than ON-4", isolated: try day(10, 1).at(morning), agreed: try day(10, 2).at(morning)),
          visit("earliest day", isolated: try day(10, 1).at(afternoon), agreed: try day(10, 2).at(morning)),
          // 12 October is a holiday: 9 -> 13, 14 October.
          visit("two days more", isolated: try day(10, 8).at(afternoon), agreed: try day(10, 14).at(morning)),
        ]))
    #expect(statistics.agreedVisits == 4)
    #expect(statistics.agreedAfterRuleDeadline == 1)
    #expect(statistics.agreedAfterEarliestDays == Spread(lowIsGood: [0, 2]))
    #expect(statistics.marginMinutes == Spread(highIsGood: [0, 0, 0, 0]))
  }

  @Test("Excluded and open cases measure nothing, but are received")
  func excluded() throws {
    let withdrawn = SupportCase(
      id: "1", contract: "C", receivedAt: try day(10, 1).at(TimeOfDay(hour: 10)),
      isolatedAt: try day(10, 1).at(TimeOfDay(hour: 12)), outcome: .withdrawn)
    let open = SupportCase(id: "2", contract: "C", receivedAt: try day(10, 2).start)
    let statistics = try #require(try statistics(try contract(.advanceSendback), [withdrawn, open]))
    #expect(statistics.received == 2)
    #expect(statistics.isolationMinutes == nil)
  }
}
