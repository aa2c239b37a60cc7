import Records
import Testing

@testable import ServiceTerms

@Suite("Next-business-day on-site service")
struct StandardOnsiteTests {
  static func month(_ region: Region = .tokyo) -> TestMonth {
    TestMonth(contracts: [
      contract(.standardOnsite) {
        $0.region = region
        $0.deliveredOn = "2026-01-15"
      }
    ])
  }

  @Test(
    "ON-1: the clock starts at the later of isolation and effective reception",
    arguments: [
      ("2026-10-05 10:00", "2026-10-05 09:00", "2026-10-05 10:00"),
      ("2026-10-05 10:00", "2026-10-05 11:00", "2026-10-05 11:00"),
      ("2026-10-05 17:30:00", "2026-10-05 12:00", "2026-10-05 17:30:00"),
      ("2026-10-05 17:30:01", "2026-10-05 12:00", "2026-10-06 09:00"),
      ("2026-10-05 08:59:59", "2026-10-05 08:00", "2026-10-05 09:00"),
      ("2026-10-10 11:00", "2026-10-10 10:00", "2026-10-13 09:00"),
    ] as [(JSTInstant, JSTInstant, JSTInstant)])
  func clockStart(received: JSTInstant, isolated: JSTInstant, start: JSTInstant) throws {
    let outcome = try Self.month().outcome(of: supportCase(received: received, isolated: isolated))
    #expect(outcome?.clockStartsAt == start)
  }

  @Test(
    "ON-2: the cities have the same-day visit, every other region only the later one",
    arguments: [(.tokyo, .on4), (.nagoya, .on4), (.osaka, .on4), (.other, .on6), (.remote, .on6)]
      as [(Region, Clause)])
  func regions(region: Region, rule: Clause) throws {
    let outcome = try Self.month(region).outcome(of: supportCase(isolated: "2026-10-05 11:00"))
    #expect(outcome?.rule == rule)
  }

  @Test("ON-4: isolated at 13:00:00 sharp, the visit is due the same day")
  func sameDay() throws {
    let outcome = try Self.month().outcome(
      of: supportCase(isolated: "2026-10-05 13:00:00") { $0.arrivedAt = "2026-10-05 23:59:59" })
    #expect(outcome?.rule == .on4)
    #expect(outcome?.deadline == .endOf("2026-10-05"))
    #expect(outcome?.verdict == .met)
  }

  @Test(
    "ON-3: one second after 13:00, or on a closed day, a visit has only an earliest day",
    arguments: [
      ("2026-10-05 13:00:01", "2026-10-06"), ("2026-10-09 16:00", "2026-10-13"),
      ("2026-10-10 09:00", "2026-10-13"), ("2026-10-12 09:00", "2026-10-13"),
    ] as [(JSTInstant, Day)])
  func nextDay(isolated: JSTInstant, earliest: Day) throws {
    let outcome = try Self.month().outcome(of: supportCase(isolated: isolated))
    #expect(outcome?.rule == .on3)
    #expect(outcome?.earliestVisitOn == earliest)
    #expect(outcome?.deadline == nil)
    #expect(outcome?.verdict == .notJudged)
    #expect(outcome?.reason == "no_agreed_visit")
  }

  @Test(
    "ON-6: elsewhere a visit is on the second business day at the earliest",
    arguments: [
      ("2026-10-05 10:00", "2026-10-07"), ("2026-10-08 10:00", "2026-10-13"),
      ("2026-10-09 10:00", "2026-10-14"),
    ] as [(JSTInstant, Day)])
  func secondDay(isolated: JSTInstant, earliest: Day) throws {
    let outcome = try Self.month(.other).outcome(of: supportCase(isolated: isolated))
    #expect(outcome?.earliestVisitOn == earliest)
    #expect(outcome?.verdict == .notJudged)
  }

  @Test(
    "ON-8: the agreed time is the deadline, to the second, also where it is later than the rule's",
    arguments: [
      ("2026-10-05 11:00", "2026-10-07 14:00:00", .met), ("2026-10-05 11:00", "2026-10-07 14:00:01", .missed),
      ("2026-10-05 15:00", "2026-10-07 14:00:00", .met), ("2026-10-05 15:00", "2026-10-07 14:00:01", .missed),
    ] as [(JSTInstant, JSTInstant, Verdict)])
  func agreed(isolated: JSTInstant, arrived: JSTInstant, verdict: Verdict) throws {
    let outcome = try Self.month().outcome(
      of: supportCase(isolated: isolated) {
        $0.agreedVisitAt = "2026-10-07 14:00"
        $0.arrivedAt = arrived
      })
    #expect(outcome?.deadline == .at("2026-10-07 14:00"))
    #expect(outcome?.basis == .agreed)
    #expect(outcome?.verdict == verdict)
    #expect(outcome?.ruleDeadline == (outcome?.rule == .on4 ? .endOf("2026-10-05") : nil))
  }

  @Test("ON-3, ON-6: the provider may decide to be judged by the earliest day")
  func earliestDaySetting() throws {
    var month = Self.month()
    month.editions = [.sample { $0.settings.withoutAgreement = .earliestDay }]
    let outcome = try month.outcome(
      of: supportCase(isolated: "2026-10-09 16:00") { $0.arrivedAt = "2026-10-13 20:00" })
    #expect(outcome?.deadline == .endOf("2026-10-13"))
    #expect(outcome?.basis == .rule)
    #expect(outcome?.verdict == .met)
  }

  @Test(
    "ON-5: outside the cities cover starts on the 1st of the second month after delivery",
    arguments: [
      ("2026-07-01", "2026-09-01"), ("2026-07-31", "2026-09-01"), ("2025-12-31", "2026-04-01"),
      ("2026-12-01", "2027-02-01"), ("2026-11-30", "2027-01-01"), ("2026-02-28", "2026-04-01"),
    ] as [(Day, Day)])
  func coverStart(delivered: Day, start: Day) throws {
    let rules = RuleBook(edition: .sample(), holidays: try #require(NationalHolidays(byDay: testHolidays)))
    for region in [Region.other, .remote] {
      let outside = contract(.standardOnsite) {
        $0.region = region
        $0.deliveredOn = delivered
      }
      #expect(StandardOnsite.coverStart(of: outside, rules: rules) == start)
    }
    let inTokyo = contract(.standardOnsite) { $0.deliveredOn = delivered }
    #expect(StandardOnsite.coverStart(of: inTokyo, rules: rules) == "2026-04-01")
  }

  @Test(
    "ON-5: a case before the effective start is not covered, one on that day is",
    arguments: [("2026-09-30 23:59:59", .notStarted), ("2026-10-01", nil)] as [(JSTInstant, Exclusion?)])
  func beforeCover(received: JSTInstant, exclusion: Exclusion?) throws {
    let month = TestMonth(contracts: [
      contract(.standardOnsite) {
        $0.region = .other
        $0.deliveredOn = "2026-08-31"
      }
    ])
    #expect(try month.outcome(of: supportCase(received: received))?.exclusion == exclusion)
  }
}
