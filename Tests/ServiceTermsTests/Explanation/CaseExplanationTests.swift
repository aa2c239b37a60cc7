import Records
import Testing

@testable import ServiceTerms

@Suite("The explanation of a case")
struct CaseExplanationTests {
  static func steps(
    _ contracts: [Contract], month: BillingMonth = "2026-10", closed: ClosedMonths? = nil, _ case: SupportCase
  ) throws -> [Step] {
    let month = TestMonth(month: month, contracts: contracts, cases: [`case`], closed: closed)
    return try #require(try month.explainer().supportCase("S-1")).steps
  }

  @Test("AR-1: the closed days between isolation and the deadline are named, with their reasons")
  func september() throws {
    let steps = try Self.steps(
      [contract(.advanceSendback)], month: "2026-09",
      supportCase(received: "2026-09-18 10:00", isolated: "2026-09-18 15:00") {
        $0.replacement.shippedAt = "2026-09-24 16:00"
      })
    let rule = try #require(steps.first { $0.code == .shipByBusinessDay })
    #expect(rule.clause == .ar1)
    #expect(rule.values[.isolated] == .day("2026-09-18"))
    #expect(rule.values[.due] == .day("2026-09-24"))
    #expect(
      rule.closedDays.map(\.day) == ["2026-09-19", "2026-09-20", "2026-09-21", "2026-09-22", "2026-09-23"])
    #expect(
      rule.closedDays.map(\.closure) == [
        .weekend, .weekend, .nationalHoliday("敬老の日"), .nationalHoliday("休日"), .nationalHoliday("秋分の日"),
      ])
    let verdict = try #require(steps.first { $0.code == .met })
    #expect(verdict.values[.margin] == .elapsedMinutes(480))
    #expect(
      steps.map(\.code) == [
        .receptionInHours, .receivedBy, .contract, .inForceUntil, .covered, .isolated, .clockFromIsolation,
        .shipByBusinessDay, .deadline, .shipped, .met, .counted, .leg, .legFreightMissing, .partOut,
      ])
  }

  @Test(
    "SB-1: reception is moved before hours, after hours and from a closed day",
    arguments: [
      ("2026-10-05 08:59:59", .receptionBeforeHours, 0), ("2026-10-05 09:00", .receptionInHours, 0),
      ("2026-10-05 17:30:00", .receptionInHours, 0), ("2026-10-05 17:30:01", .receptionAfterHours, 0),
      ("2026-10-09 18:00", .receptionAfterHours, 3), ("2026-10-10 10:00", .receptionOnClosedDay, 3),
    ] as [(JSTInstant, StepCode, Int)])
  func reception(received: JSTInstant, code: StepCode, closed: Int) throws {
    let step = try #require(
      try Self.steps([contract(.standardOnsite)], supportCase(received: received)).first)
    #expect(step.code == code)
    #expect(step.clause == .sb1)
    #expect(step.closedDays.count == closed)
  }

  @Test("ON-5: cover outside the cities is explained by the delivery")
  func coverAfterDelivery() throws {
    let outside = contract(.standardOnsite) {
      $0.region = .other
      $0.deliveredOn = "2026-08-31"
    }
    let early = try Self.steps([outside], supportCase(received: "2026-09-30 10:00"))
    let cover = try #require(early.first { $0.code == .coverAfterDelivery })
    #expect(cover.clause == .on5)
    #expect(cover.values[.coverFrom] == .day("2026-10-01"))
    #expect(early.first { $0.code == .notStarted }?.clause == .on5)
    #expect(early.contains { $0.code == .covered } == false)
    #expect(try Self.steps([outside], supportCase()).contains { $0.code == .covered })
  }

  @Test("ON-4, ON-3: one second decides, and the explanation says so")
  func sameDayLimit() throws {
    func rule(_ isolated: JSTInstant) throws -> Step? {
      try Self.steps([contract(.standardOnsite)], supportCase(isolated: isolated))
        .first { $0.clause == .on4 || $0.clause == .on3 }
    }
    #expect(try rule("2026-10-05 13:00:00")?.code == .visitSameDay)
    #expect(try rule("2026-10-05 13:00:01")?.code == .visitAfterLimit)
    let saturday = try #require(try rule("2026-10-10 10:00"))
    #expect(saturday.code == .visitAfterClosedDay)
    #expect(saturday.values[.earliest] == .day("2026-10-13"))
    #expect(saturday.closedDays.map(\.day) == ["2026-10-10", "2026-10-11", "2026-10-12"])
  }

  @Test("ON-8: a late agreement is shown beside the terms' own deadline")
  func agreement() throws {
    let sameDay = try Self.steps(
      [contract(.standardOnsite)],
      supportCase(isolated: "2026-10-05 11:00") { $0.agreedVisitAt = "2026-10-10 10:00" })
    #expect(sameDay.map(\.code).contains([.agreedVisit, .agreedAfterRule, .agreedOnClosedDay, .deadline]))
    let later = try Self.steps(
      [contract(.standardOnsite)],
      supportCase(isolated: "2026-10-05 15:00") { $0.agreedVisitAt = "2026-10-14 10:00" })
    let step = try #require(later.first { $0.code == .agreedAfterEarliest })
    #expect(step.values[.days] == .number(5))
    #expect(step.clause == .on3)
  }

  @Test(
    "SB-5, SB-3: why a case is left out is said with its clause",
    arguments: Exclusion.allCases)
  func exclusions(exclusion: Exclusion) throws {
    var covered = contract(.advanceSendback)
    var excluded = supportCase(isolated: "2026-10-05 11:00")
    let expected: (StepCode, Clause?)
    switch exclusion {
    case .withdrawn:
      excluded.outcome = .withdrawn
      expected = (.withdrawn, nil)
    case .noHardwareFault:
      excluded.outcome = .noFault
      expected = (.noHardwareFault, nil)
    case .unknownContract:
      excluded.contract = "C-9"
      expected = (.contractUnknown, nil)
    case .notStarted:
      covered.startsOn = "2026-10-06"
      expected = (.notStarted, nil)
    case .expired:
      covered.cancelledOn = "2026-10-04"
      expected = (.expired, nil)
    case .thirdPartyPart:
      excluded.partSoldByUs = false
      expected = (.thirdPartyPart, .sb5)
    case .remoteArea:
      covered.region = .remote
      expected = (.remoteArea, .sb3)
    }
    let steps = try Self.steps([covered], excluded)
    let step = try #require(steps.first { $0.code == expected.0 })
    #expect(step.clause == expected.1)
    #expect(steps.contains { $0.code == .leftOut })
    #expect(!steps.contains { $0.code == .deadline })
  }

  @Test("A restated case is explained by both verdicts")
  func restated() throws {
    let closed = ClosedMonths(
      opening: "2026-09", last: "2026-09", verdicts: ["S-1": CountedVerdict(month: "2026-09", verdict: .met)])
    let steps = try Self.steps(
      [contract(.advanceSendback)], closed: closed,
      supportCase(received: "2026-09-10 10:00", isolated: "2026-09-10 11:00"))
    let step = try #require(steps.first { $0.code == .restated })
    #expect(step.values[.before] == .verdict(.met))
    #expect(step.values[.verdict] == .verdict(.missed))
  }

  @Test("ND-1, ND-2: a disk that stays is explained by the option or its absence")
  func disks() throws {
    let disk = supportCase {
      $0.part = .disk
      $0.diskRetained = true
      $0.completedAt = "2026-10-08 10:00"
      $0.failedPartSerial = "HDD-1"
    }
    let with = contract(.standardOnsite) { $0.nonReturnDisk = true }
    #expect(try Self.steps([with], disk).last?.code == .diskHandedOver)
    #expect(try Self.steps([with], supportCase { $0.part = .disk }).last?.code == .diskStays)
    #expect(try Self.steps([contract(.standardOnsite)], disk).last?.code == .diskWithoutOption)
  }

  @Test("SB-6, AR-2: what happened before the books open is not said to be charged")
  func beforeTheBooks() throws {
    let sent = supportCase(received: "2026-08-03 10:00", isolated: "2026-08-03 11:00") {
      $0.failedPart = Shipment(shippedAt: "2026-08-05 10:00", terms: .collect, freight: 1_760)
      $0.replacement = Shipment(shippedAt: "2026-08-04 10:00", terms: .collect, freight: 1_540)
      $0.partPrice = 38_000
    }
    func codes(opening: BillingMonth, _ edit: (inout Edition) -> Void = { _ in }) throws -> [StepCode] {
      let edition = Edition.sample {
        $0.settings.chargeUnreturnedAfterDays = 7
        edit(&$0)
      }
      let month = TestMonth(
        month: "2026-09", contracts: [contract(.advanceSendback)], cases: [sent],
        closed: ClosedMonths(opening: opening, last: "2026-08"), editions: [edition])
      return try #require(try month.explainer().supportCase("S-1")).steps.map(\.code)
    }
    let early = try codes(opening: "2026-09")
    #expect(early.count { $0 == .legBeforeBooks } == 2 && early.last == .notBilledBeforeBooks)
    let later = try codes(opening: "2026-08")
    #expect(later.contains(.legClaimed) && later.contains(.legCredited) && later.last == .partCharged)
    #expect(try codes(opening: "2026-08") { $0.settings.freightRecharge = .ownSupply }.contains(.legSupplied))
  }

  @Test("A case received after the month is said to be so, an unknown id is not explained")
  func others() throws {
    let steps = try Self.steps([contract(.advanceSendback)], supportCase(received: "2026-11-01"))
    #expect(steps.map(\.code) == [.receivedAfterMonth])
    #expect(try TestMonth().explainer().explanations(of: "S-1").isEmpty)
  }
}
