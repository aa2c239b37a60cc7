import Records
import Testing

@testable import ServiceTerms

@Suite("On-site service around the clock")
struct Onsite24hTests {
  static func month(inArea: Bool) -> TestMonth {
    TestMonth(contracts: [contract(.onsite24h) { $0.fourHourArea = inArea }])
  }

  @Test(
    "OD-1: reception around the clock is never shifted",
    arguments: ["2026-10-10 03:00", "2026-10-12 12:00", "2026-10-05 17:30:01"] as [JSTInstant])
  func reception(received: JSTInstant) throws {
    let outcome = try Self.month(inArea: true).outcome(of: supportCase(received: received))
    #expect(outcome?.effectiveReceivedAt == received)
  }

  @Test("OD-1: the lead time to isolation is elapsed time")
  func leadTime() throws {
    let outcome = try Self.month(inArea: true)
      .outcome(of: supportCase(received: "2026-10-10 03:00", isolated: "2026-10-10 05:10:59"))
    #expect(outcome?.isolationMinutes == 130)
  }

  @Test(
    "OD-2: the visit is due four hours after isolation, to the second",
    arguments: [
      ("2026-10-11 02:00:00", .met), ("2026-10-11 02:00:01", .missed), ("2026-10-10 22:00", .met),
    ] as [(JSTInstant, Verdict)])
  func fourHours(arrived: JSTInstant, verdict: Verdict) throws {
    let outcome = try Self.month(inArea: true).outcome(
      of: supportCase(received: "2026-10-10 21:00", isolated: "2026-10-10 22:00") { $0.arrivedAt = arrived })
    #expect(outcome?.rule == .od2)
    #expect(outcome?.deadline == .at("2026-10-11 02:00"))
    #expect(outcome?.verdict == verdict)
  }

  @Test("OD-2: the clock starts at reception when the customer isolated before reporting")
  func clockStart() throws {
    let outcome = try Self.month(inArea: true)
      .outcome(of: supportCase(received: "2026-10-10 21:00", isolated: "2026-10-10 12:00"))
    #expect(outcome?.clockStartsAt == "2026-10-10 21:00")
    #expect(outcome?.deadline == .at("2026-10-11 01:00"))
  }

  @Test("OD-3: outside the limited area there is no target")
  func outsideArea() throws {
    let month = Self.month(inArea: false)
    let outcome = try month.outcome(
      of: supportCase(isolated: "2026-10-05 11:00") { $0.arrivedAt = "2026-10-08 11:00" })
    #expect(outcome?.rule == .od3)
    #expect(outcome?.verdict == .noTarget)
    #expect(outcome?.deadline == nil)
  }

  @Test(
    "OD-3: a time that was agreed is the deadline all the same",
    arguments: [("2026-10-06 10:00", .met), ("2026-10-06 10:00:01", .missed)] as [(JSTInstant, Verdict)])
  func agreed(arrived: JSTInstant, verdict: Verdict) throws {
    let outcome = try Self.month(inArea: false).outcome(
      of: supportCase(isolated: "2026-10-05 11:00") {
        $0.agreedVisitAt = "2026-10-06 10:00"
        $0.arrivedAt = arrived
      })
    #expect(outcome?.rule == .od3)
    #expect(outcome?.ruleDeadline == nil)
    #expect(outcome?.basis == .agreed)
    #expect(outcome?.verdict == verdict)
  }
}
