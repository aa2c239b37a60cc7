import Records
import Testing

@testable import ServiceTerms

@Suite("The verdict on a case")
struct CaseJudgeTests {
  let advance = TestMonth(contracts: [contract(.advanceSendback)])
  let onsite = TestMonth(contracts: [contract(.standardOnsite)])

  @Test("A case received at 24:00 of the last day has not happened yet")
  func afterMonth() throws {
    #expect(try advance.outcome(of: supportCase(received: "2026-11-01")) == nil)
    #expect(try advance.outcome(of: supportCase(received: "2026-10-31 23:59:59")) != nil)
  }

  @Test("A case is not judged before the fault is isolated")
  func awaitingIsolation() throws {
    for isolated in [nil, "2026-11-01"] as [JSTInstant?] {
      let outcome = try advance.outcome(
        of: supportCase(isolated: isolated) { $0.replacement.shippedAt = "2026-10-06" })
      #expect(outcome?.verdict == .awaitingIsolation)
      #expect(outcome?.isOpen == true)
      #expect(outcome?.rule == nil)
      #expect(outcome?.deadline == nil)
      #expect(outcome?.marginMinutes == nil)
      #expect(outcome?.isolationMinutes == nil)
    }
  }

  @Test("What happens at as-of or later is not an event of the month")
  func eventAfterMonth() throws {
    let shipped = supportCase(isolated: "2026-10-30 10:00") { $0.replacement.shippedAt = "2026-11-01" }
    let outcome = try advance.outcome(of: shipped)
    #expect(outcome?.eventAt == nil)
    #expect(outcome?.deadline == .endOf("2026-11-02"))
    #expect(outcome?.verdict == .pending)
    var november = advance
    november.month = "2026-11"
    #expect(try november.outcome(of: shipped)?.verdict == .met)
  }

  @Test("The end of the month's last day is overdue when it has come, an instant only when it is before")
  func overdue() throws {
    let lastDay = try advance.outcome(of: supportCase(isolated: "2026-10-29 10:00"))
    #expect(lastDay?.deadline == .endOf("2026-10-30"))
    #expect(lastDay?.verdict == .missed)
    var september = advance
    september.month = "2026-09"
    let endOfMonth = try september.outcome(
      of: supportCase(received: "2026-09-01 10:00", isolated: "2026-09-29 10:00"))
    #expect(endOfMonth?.deadline == .endOf("2026-09-30"))
    #expect(endOfMonth?.verdict == .missed)

    func agreed(_ visit: JSTInstant) throws -> Verdict? {
      try onsite.outcome(of: supportCase(isolated: "2026-10-05 15:00") { $0.agreedVisitAt = visit })?.verdict
    }
    #expect(try agreed("2026-10-31 23:59:59") == .missed)
    #expect(try agreed("2026-11-01 00:00:00") == .pending)
  }

  @Test("A case under a ticket contract, or none, has SB-1's hours")
  func unknownContract() throws {
    let outcome = try TestMonth().outcome(
      of: supportCase(received: "2026-10-10 12:00", isolated: "2026-10-14 10:00"))
    #expect(outcome?.verdict == .excluded)
    #expect(outcome?.effectiveReceivedAt == "2026-10-13 09:00")
    #expect(outcome?.isolationMinutes == 570)
    var shorter = TestMonth()
    shorter.editions = [
      .sample {
        $0.businessHours = BusinessHours(from: TimeOfDay(hour: 10), through: TimeOfDay(hour: 16))
      }
    ]
    #expect(
      try shorter.outcome(of: supportCase(received: "2026-10-05 17:00"))?.effectiveReceivedAt
        == "2026-10-06 10:00")
  }

  @Test("SB-1: the lead time to isolation counts business minutes from effective reception")
  func leadTime() throws {
    let outcome = try advance.outcome(
      of: supportCase(received: "2026-10-09 18:00", isolated: "2026-10-13 10:30:59"))
    #expect(outcome?.effectiveReceivedAt == "2026-10-13 09:00")
    #expect(outcome?.isolationMinutes == 90)
  }

  @Test("A case is judged by the edition in force on the day it was received")
  func editions() throws {
    var month = onsite
    month.editions = [
      .sample(), .sample(from: "2026-10-06") { $0.targets.sameDayUntil = TimeOfDay(hour: 15) },
    ]
    func rule(_ received: JSTInstant) throws -> Clause? {
      try month.outcome(of: supportCase(received: received, isolated: "2026-10-06 14:00"))?.rule
    }
    #expect(try rule("2026-10-05 16:00") == .on3)
    #expect(try rule("2026-10-06 09:00") == .on4)
  }

  @Test("A run that needs a day outside the holidays' years stops")
  func outsideYears() {
    #expect(throws: CalendarFault.outsideYears(day: "2031-01-01", years: 2020...2030)) {
      try TestMonth(month: "2031-01").outcome(of: supportCase(received: "2031-01-01 10:00"))
    }
  }

  @Test(
    "The margin is cut downward to whole minutes",
    arguments: [
      ("2026-10-07 14:00:00", 0), ("2026-10-07 13:59:59", 0), ("2026-10-07 13:59:00", 1),
      ("2026-10-07 14:00:01", -1), ("2026-10-07 14:01:00", -1), ("2026-10-07 14:01:01", -2),
    ] as [(JSTInstant, Int)])
  func margin(arrived: JSTInstant, minutes: Int) throws {
    let outcome = try onsite.outcome(
      of: supportCase(isolated: "2026-10-05 15:00") {
        $0.agreedVisitAt = "2026-10-07 14:00"
        $0.arrivedAt = arrived
      })
    #expect(outcome?.marginMinutes == minutes)
  }

  @Test(
    "A part shipped on a day without a time is late by whole days",
    arguments: [
      ("2026-10-07 00:00", 1), ("2026-10-09 00:00", 3), ("2026-10-06 00:00", nil), ("2026-10-07 08:00", nil),
    ] as [(JSTInstant, Int?)])
  func daysLate(shipped: JSTInstant, days: Int?) throws {
    let outcome = try advance.outcome(
      of: supportCase(isolated: "2026-10-05 10:00") { $0.replacement.shippedAt = shipped })
    #expect(outcome?.daysLate == days)
  }

  @Test("The margin to the end of a day is measured to its 24:00")
  func marginToEndOfDay() throws {
    let outcome = try advance.outcome(
      of: supportCase(isolated: "2026-10-05 10:00") { $0.replacement.shippedAt = "2026-10-06 23:59:30" })
    #expect(outcome?.marginMinutes == 0)
  }
}
