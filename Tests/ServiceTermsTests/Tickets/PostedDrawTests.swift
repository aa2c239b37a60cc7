import Records
import Testing

@testable import ServiceTerms

@Suite("Draws that an earlier close posted")
struct PostedDrawTests {
  static let september: JSTInstant = "2026-09-10 10:00"

  static func pack(_ id: Identifier, _ edit: (inout Contract) -> Void = { _ in }) -> Contract {
    contract(.technicalSupport, id, edit: edit)
  }

  static func posted(
    _ inquiry: TicketUse, _ state: DrawState = .drawn, _ shares: [PackShare] = []
  ) -> PostedInquiry {
    PostedInquiry(facts: PostedInquiry.Facts(inquiry), state: state, shares: shares)
  }

  static func share(_ contract: Identifier, _ tickets: Int, from day: Day = "2026-04-01") -> PackShare {
    PackShare(contract: contract, startsOn: day, tickets: tickets)
  }

  static func month(
    _ contracts: [Contract], _ inquiries: [TicketUse], posted: [PostedInquiry], packs: [TicketPack] = []
  ) -> TestMonth {
    TestMonth(
      contracts: contracts, inquiries: inquiries,
      closed: ClosedMonths(opening: "2026-09", last: "2026-09", inquiries: posted, packs: packs))
  }

  @Test("TS-9: a posted draw stands, also where a pack that ends earlier appears later")
  func stands() throws {
    let known = inquiry("U-1", at: Self.september, tickets: 2)
    let month = Self.month(
      [Self.pack("T-1"), Self.pack("T-2") { $0.endsOn = "2026-12-31" }], [known],
      posted: [Self.posted(known, .drawn, [Self.share("T-1", 2)])])
    #expect(try TicketAccountingTests.draws(month) == ["drawn 2 T-1:2"])
    #expect(try month.tickets().draws.map(\.isPosted) == [true])
  }

  @Test("Where the start of a pack was corrected its draw stands on it, also once the pack is cancelled")
  func correctedStart() throws {
    let known = inquiry("U-1", at: Self.september, tickets: 2)
    for cancelled in [nil, "2026-09-09"] as [Day?] {
      let month = Self.month(
        [
          Self.pack("T-1") {
            $0.startsOn = "2026-03-20"
            $0.cancelledOn = cancelled
          }
        ], [known], posted: [Self.posted(known, .drawn, [Self.share("T-1", 2)])])
      #expect(try TicketAccountingTests.draws(month) == ["drawn 2 T-1:2"])
      #expect(try month.tickets().draws.map(\.isPosted) == [true])
    }
  }

  @Test("An inquiry that is no longer exported keeps its draw, and its tickets stay used")
  func ledgerOnly() throws {
    let known = inquiry("U-1", at: Self.september, tickets: 4)
    let month = Self.month(
      [Self.pack("T-1")], [inquiry("U-2", tickets: 2)],
      posted: [Self.posted(known, .drawn, [Self.share("T-1", 4)])])
    #expect(try TicketAccountingTests.draws(month) == ["drawn 4 T-1:4", "unfunded 2"])
  }

  @Test("One whose facts changed gives its draw back and is drawn anew, after those that stand")
  func changed() throws {
    let before = inquiry("U-1", at: Self.september, tickets: 4)
    for edit: (inout TicketUse) -> Void in [
      { $0.tickets = 3 }, { $0.category = .troubleshooting }, { $0.customer = "K-2" },
      { $0.maintainer = Maintainer(name: "QNAP", key: "qnap") },
    ] {
      var after = before
      edit(&after)
      let month = Self.month(
        [Self.pack("T-1"), Self.pack("T-2") { $0.customer = "K-2" }], [after],
        posted: [Self.posted(before, .drawn, [Self.share("T-1", 4)])])
      let expected =
        after.customer == "K-2" ? "drawn 4 T-2:4" : "drawn \(after.tickets) T-1:\(after.tickets)"
      #expect(try TicketAccountingTests.draws(month) == [expected])
      #expect(try month.result().findings.codes == [.postedUsageChanged])
    }
  }

  @Test("Another subject or answer changes nothing")
  func unchanged() throws {
    let before = inquiry("U-1", at: Self.september)
    var after = before
    after.subject = "SMB"
    after.answeredAt = "2026-10-01 10:00"
    let month = Self.month(
      [Self.pack("T-1")], [after], posted: [Self.posted(before, .drawn, [Self.share("T-1", 1)])])
    #expect(try month.result().findings.isEmpty)
    #expect(try month.tickets().draws.map(\.isPosted) == [true])
  }

  @Test("An unfunded inquiry is taken up again each month, and drawn when a pack of its day appears")
  func unfundedAgain() throws {
    let known = inquiry("U-1", at: Self.september, tickets: 2)
    let exported = Self.month([Self.pack("T-1")], [known], posted: [Self.posted(known, .unfunded)])
    let ledgerOnly = Self.month([Self.pack("T-1")], [], posted: [Self.posted(known, .unfunded)])
    let stillWithout = Self.month(
      [Self.pack("T-1") { $0.startsOn = "2026-09-11" }], [known], posted: [Self.posted(known, .unfunded)])
    #expect(try TicketAccountingTests.draws(exported) == ["drawn 2 T-1:2"])
    #expect(try TicketAccountingTests.draws(ledgerOnly) == ["drawn 2 T-1:2"])
    #expect(try TicketAccountingTests.draws(stillWithout) == ["unfunded 2"])
    #expect(try stillWithout.result().findings.codes == [.noTicketPack])
  }

  static let topUp = TicketPack(
    contract: "OVR-U-1", customer: "K-1", startsOn: "2026-09-10", endsOn: "2027-09-09", lastDay: "2027-09-09",
    granted: 5, price: 60_000, autoTopUp: true, origin: .topUp, used: 1)

  @Test("TS-9: a posted top-up pack is carried, and drawn on by later inquiries")
  func topUpCarried() throws {
    let known = inquiry("U-1", at: Self.september, tickets: 6)
    let month = Self.month(
      [Self.pack("T-1")], [known, inquiry("U-2", tickets: 2)],
      posted: [
        Self.posted(known, .drawn, [Self.share("T-1", 5), Self.share("OVR-U-1", 1, from: "2026-09-10")])
      ],
      packs: [Self.topUp])
    #expect(try TicketAccountingTests.draws(month) == ["drawn 6 T-1:5+OVR-U-1:1", "drawn 2 OVR-U-1:2"])
    #expect(try month.result().packs.map(\.pack.used) == [3, 5])
  }

  @Test("A top-up pack on which nothing draws any more does not exist")
  func topUpVoid() throws {
    let before = inquiry("U-1", at: Self.september, tickets: 6)
    var after = before
    after.tickets = 5
    let month = Self.month(
      [Self.pack("T-1") { $0.autoTopUp = true }], [after],
      posted: [
        Self.posted(before, .drawn, [Self.share("T-1", 5), Self.share("OVR-U-1", 1, from: "2026-09-10")])
      ],
      packs: [Self.topUp])
    #expect(try TicketAccountingTests.draws(month) == ["drawn 5 T-1:5"])
    let result = try month.result()
    #expect(result.packs.map(\.pack.contract) == ["T-1"])
    #expect(result.tickets.packs.filter(\.isVoid).map(\.contract) == ["OVR-U-1"])
  }

  @Test("TS-9: a top-up pack that sales registered since is one pack, not two")
  func topUpRegistered() throws {
    let known = inquiry("U-1", at: Self.september)
    let registered = Self.pack("OVR-U-1") {
      $0.startsOn = "2026-09-10"
      $0.endsOn = "2027-09-09"
    }
    let month = Self.month(
      [registered], [known],
      posted: [Self.posted(known, .drawn, [Self.share("OVR-U-1", 1, from: "2026-09-10")])],
      packs: [Self.topUp])
    #expect(try month.result().packs.map(\.pack.used) == [1])
    #expect(try month.tickets().packs.map(\.isTopUp) == [false])
  }

  @Test("A pack whose start was corrected keeps the draws of its contract")
  func startMoved() throws {
    let known = inquiry("U-1", at: Self.september, tickets: 2)
    let moved = Self.pack("T-1") { $0.startsOn = "2026-04-15" }
    let month = Self.month([moved], [known], posted: [Self.posted(known, .drawn, [Self.share("T-1", 2)])])
    #expect(try TicketAccountingTests.draws(month) == ["drawn 2 T-1:2"])
    #expect(try month.tickets().draws.map(\.isPosted) == [true])
    #expect(try month.result().packs.map(\.pack.used) == [2])
  }

  @Test("A draw on a pack that no longer exists is made anew, so no ticket is drawn from nothing")
  func packGone() throws {
    let known = inquiry("U-1", at: Self.september, tickets: 2)
    let posted = Self.posted(known, .drawn, [Self.share("T-1", 2)])
    let later = Self.pack("T-1") { $0.startsOn = "2026-09-11" }
    #expect(try TicketAccountingTests.draws(Self.month([later], [known], posted: [posted])) == ["unfunded 2"])
    #expect(
      try TicketAccountingTests.draws(Self.month([later, Self.pack("T-2")], [known], posted: [posted]))
        == ["drawn 2 T-2:2"])
  }

  @Test("A pack whose contract is not in the file stays as it was posted")
  func contractGone() throws {
    let known = inquiry("U-1", at: Self.september, tickets: 2)
    let pack = TicketPack(
      contract: "T-1", customer: "K-1", startsOn: "2026-04-01", endsOn: "2027-03-31", lastDay: "2027-03-31",
      granted: 5, price: 60_000, autoTopUp: false, origin: .contract, used: 2)
    let month = Self.month(
      [], [known, inquiry("U-2", tickets: 3)], posted: [Self.posted(known, .drawn, [Self.share("T-1", 2)])],
      packs: [pack])
    #expect(try TicketAccountingTests.draws(month) == ["drawn 2 T-1:2", "drawn 3 T-1:3"])
    #expect(try month.result().packs.map(\.remaining) == [0])
  }

  @Test("A pack whose row was given another start is replaced, not doubled")
  func startCorrected() throws {
    let posted = TicketPack(
      contract: "T-1", customer: "K-1", startsOn: "2026-04-03", endsOn: "2027-03-31", lastDay: "2027-03-31",
      granted: 5, price: 60_000, autoTopUp: false, origin: .contract)
    let row = Self.pack("T-1") { $0.startsOn = "2026-04-01" }
    let packs = try Self.month([row], [], posted: [], packs: [posted]).result().packs
    #expect(packs.map(\.pack.startsOn) == ["2026-04-01"])
  }

  @Test("An automatic renewal whose row was extended over it stays; one that its row denies does not")
  func rowExtended() throws {
    let renewal = TicketPack(
      contract: "T-1", customer: "K-1", startsOn: "2026-04-01", endsOn: "2027-03-31", lastDay: "2027-03-31",
      granted: 5, price: 60_000, autoTopUp: false, origin: .renewal)
    func starts(_ edit: (inout Contract) -> Void) throws -> [Day] {
      let row = Self.pack("T-1") {
        $0.startsOn = "2025-04-01"
        edit(&$0)
      }
      return try Self.month([row], [], posted: [], packs: [renewal]).result().packs.map(\.pack.startsOn)
    }
    #expect(try starts { $0.endsOn = "2027-03-31" } == ["2025-04-01", "2026-04-01"])
    #expect(try starts { $0.endsOn = "2026-03-31" } == ["2025-04-01"])
    #expect(
      try starts {
        $0.endsOn = "2027-03-31"
        $0.cancelledOn = "2026-03-31"
      } == ["2025-04-01"])
    #expect(
      try starts {
        $0.service = .onsite24h
        $0.endsOn = "2027-03-31"
      } == [])
  }
}
