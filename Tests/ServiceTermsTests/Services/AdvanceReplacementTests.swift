import Records
import Testing

@testable import ServiceTerms

@Suite("Advance replacement")
struct AdvanceReplacementTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var isolated: JSTInstant
    var dueOn: Day
    var because: String
    var testDescription: String { because }
  }

  @Test(
    "AR-1: shipped by the end of the business day after isolation",
    arguments: [
      Example(isolated: "2026-10-05 11:00", dueOn: "2026-10-06", because: "a Monday is followed by Tuesday"),
      Example(isolated: "2026-10-05 23:59:59", dueOn: "2026-10-06", because: "the hour does not matter"),
      Example(isolated: "2026-10-06", dueOn: "2026-10-07", because: "00:00 belongs to the day it begins"),
      Example(
        isolated: "2026-10-09 17:00", dueOn: "2026-10-13", because: "a weekend and a holiday lie between"),
      Example(
        isolated: "2026-10-10 12:00", dueOn: "2026-10-13", because: "a fault may be isolated on a Saturday"),
      Example(
        isolated: "2026-09-18 10:00", dueOn: "2026-09-24", because: "three holidays follow the weekend"),
      Example(isolated: "2026-12-28 10:00", dueOn: "2027-01-04", because: "the year end is closed"),
    ])
  func deadline(example: Example) throws {
    let month = TestMonth(month: example.dueOn.month + 1, contracts: [contract(.advanceSendback)])
    let outcome = try #require(
      try month.outcome(of: supportCase(received: "2026-09-01 10:00", isolated: example.isolated)))
    #expect(outcome.rule == .ar1)
    #expect(outcome.clockStartsAt == example.isolated)
    #expect(outcome.ruleDeadline == .endOf(example.dueOn))
    #expect(outcome.deadline == .endOf(example.dueOn))
    #expect(outcome.basis == .rule)
  }

  @Test(
    "AR-1: any time on the last day is in time, 24:00 is not",
    arguments: [
      ("2026-10-05 09:00", .met), ("2026-10-06 23:59:59", .met), ("2026-10-07", .missed),
      ("2026-10-05", .met),
    ] as [(JSTInstant, Verdict)])
  func boundary(shipped: JSTInstant, verdict: Verdict) throws {
    let month = TestMonth(contracts: [contract(.advanceSendback)])
    let outcome = try month.outcome(
      of: supportCase(isolated: "2026-10-05 10:00") { $0.replacement.shippedAt = shipped })
    #expect(outcome?.verdict == verdict)
    #expect(outcome?.eventAt == shipped)
  }

  @Test("AR-1: an agreed visit does not move the deadline of a shipment")
  func agreedVisit() throws {
    let month = TestMonth(contracts: [contract(.advanceSendback)])
    let outcome = try month.outcome(
      of: supportCase(isolated: "2026-10-05 10:00") { $0.agreedVisitAt = "2026-10-30 10:00" })
    #expect(outcome?.deadline == .endOf("2026-10-06"))
    #expect(outcome?.basis == .rule)
  }

  @Test("AR-1: the clock does not wait for effective reception")
  func isolatedBeforeReception() throws {
    let month = TestMonth(contracts: [contract(.advanceSendback)])
    let outcome = try month.outcome(
      of: supportCase(received: "2026-10-05 20:00", isolated: "2026-10-05 16:00"))
    #expect(outcome?.effectiveReceivedAt == "2026-10-06 09:00")
    #expect(outcome?.clockStartsAt == "2026-10-05 16:00")
    #expect(outcome?.deadline == .endOf("2026-10-06"))
    #expect(outcome?.isolationMinutes == 0)
  }
}
