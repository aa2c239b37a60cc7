import Records
import Testing

@testable import ServiceTerms

@Suite("The explanation of an inquiry")
struct InquiryExplanationTests {
  static func steps(_ month: TestMonth, _ id: Identifier = "U-1") throws -> [Step] {
    try #require(try month.explainer().inquiry(id)).steps
  }

  static func pack(_ id: Identifier, _ edit: (inout Contract) -> Void = { _ in }) -> Contract {
    contract(.technicalSupport, id, edit: edit)
  }

  @Test("TS-9: which packs gave, in which order, what they had left, and what was added")
  func topUp() throws {
    let month = TestMonth(
      contracts: [Self.pack("T-1") { $0.endsOn = "2026-12-31" }, Self.pack("T-2") { $0.autoTopUp = true }],
      inquiries: [inquiry("U-0", at: "2026-10-01 10:00", tickets: 5), inquiry("U-1", tickets: 7)])
    let steps = try Self.steps(month)
    #expect(
      steps.map(\.code) == [
        .inquiry, .receptionInHours, .inScope, .ticketsAsked, .packUsedUp, .drawnFrom, .toppedUp, .drawnFrom,
        .unanswered,
      ])
    #expect(steps[4].values[.contract] == .text("T-1"))
    #expect(steps[5].values[.contract] == .text("T-2"))
    #expect(steps[6].values[.contract] == .text("OVR-U-1"))
    #expect(steps[6].values[.price] == .yen(60_000))
    #expect(steps[7].values[.tickets] == .number(2))
  }

  @Test("TS-6: the contract that makes it free is named")
  func free() throws {
    let month = TestMonth(
      contracts: [contract(.onsite24h, "C-7"), contract(.standardOnsite, "C-8") { $0.customer = "K-2" }],
      inquiries: [inquiry("U-1", category: .hardwareIsolation)])
    let step = try #require(try Self.steps(month).first { $0.code == .freeIsolation })
    #expect(step.clause == .ts6)
    #expect(step.values[.contract] == .text("C-7"))
  }

  @Test("A posted judgement stands for itself, whatever this month's contracts say")
  func postedJudgement() throws {
    let free = inquiry("U-1", at: "2026-09-10 10:00", category: .hardwareIsolation)
    func codes(_ contracts: [Contract], _ posted: PostedInquiry) throws -> [StepCode] {
      let month = TestMonth(
        contracts: contracts, inquiries: [free],
        closed: ClosedMonths(opening: "2026-09", last: "2026-09", inquiries: [posted]))
      return try Self.steps(month).map(\.code)
    }
    let without = try codes([], PostedDrawTests.posted(free, .free))
    #expect(without.contains(.freeAsPosted) && !without.contains(.freeIsolation))
    let drawn = try codes(
      [Self.pack("T-1"), contract(.onsite24h, "C-7")],
      PostedDrawTests.posted(free, .drawn, [PostedDrawTests.share("T-1", 1)]))
    #expect(drawn.contains(.drawPosted) && !drawn.contains(.isolationWithoutCover))
  }

  @Test("TS-8, TS-9: out of scope, and why nothing was drawn")
  func notDrawn() throws {
    let plex = TestMonth(inquiries: [
      inquiry("U-1") {
        $0.maintainer = Maintainer(name: "Plex", key: "plex")
      }
    ])
    #expect(try Self.steps(plex).first { $0.code == .outOfScope }?.values[.maintainer] == .text("Plex"))
    #expect(try Self.steps(TestMonth(inquiries: [inquiry("U-1")])).map(\.code).contains(.noPackInForce))
    let short = TestMonth(contracts: [Self.pack("T-1")], inquiries: [inquiry("U-1", tickets: 6)])
    #expect(try Self.steps(short).map(\.code).contains(.packsDoNotCover))
  }

  @Test("TS-5, TS-3: out of hours and the answer")
  func response() throws {
    let night = inquiry("U-1", at: "2026-10-05 20:00", tickets: 0) { $0.answeredAt = "2026-10-06 09:30" }
    let steps = try Self.steps(TestMonth(inquiries: [night]))
    #expect(steps[1].code == .receptionAfterHours)
    #expect(steps[1].clause == .ts5)
    #expect(steps.last?.clause == .ts3)
    #expect(steps.last?.values[.minutes] == .businessMinutes(30))
  }

  @Test("A posted draw stands, also of an inquiry that is no longer exported")
  func posted() throws {
    let known = inquiry("U-1", at: "2026-09-10 10:00", tickets: 2)
    let month = TestMonth(
      contracts: [Self.pack("T-1")],
      closed: ClosedMonths(
        opening: "2026-09", last: "2026-09",
        inquiries: [
          PostedInquiry(
            facts: PostedInquiry.Facts(known), state: .drawn,
            shares: [PackShare(contract: "T-1", startsOn: "2026-04-01", tickets: 2)])
        ]))
    let codes = try Self.steps(month).map(\.code)
    #expect(codes.contains([.inquiryFromLedger, .inScope, .ticketsAsked, .drawPosted, .drawnFrom]))
  }
}
