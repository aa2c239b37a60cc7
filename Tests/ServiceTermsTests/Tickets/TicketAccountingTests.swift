import Records
import Testing

@testable import ServiceTerms

@Suite("Tickets")
struct TicketAccountingTests {
  /// What every inquiry drew, as `tickets.csv` shows it: `drawn 3 T-1:2+T-2:1`.
  static func draws(_ month: TestMonth) throws -> [String] {
    let accounts = try month.tickets()
    return accounts.draws.map { draw in
      let shares = accounts.shares(of: draw).map { "\(accounts.packs[Int($0.pack)].contract):\($0.tickets)" }
      return
        ([draw.state.rawValue, String(draw.tickets)]
        + (shares.isEmpty ? [] : [shares.joined(separator: "+")]))
        .joined(separator: " ")
    }
  }

  static func pack(_ id: Identifier, _ edit: (inout Contract) -> Void = { _ in }) -> Contract {
    contract(.technicalSupport, id, edit: edit)
  }

  // MARK: What an inquiry asks for

  @Test("TS-6: isolating a hardware fault is free while any maintenance is in force, else ticketed")
  func free() throws {
    let isolation = inquiry("U-1", category: .hardwareIsolation)
    func drawn(_ edit: (inout Contract) -> Void) throws -> [String] {
      try Self.draws(
        TestMonth(contracts: [Self.pack("T-1"), contract(.onsite24h, edit: edit)], inquiries: [isolation]))
    }
    #expect(try drawn { _ in } == ["free 0"])
    #expect(try drawn { $0.endsOn = "2026-10-05" } == ["free 0"])
    #expect(try drawn { $0.endsOn = "2026-10-04" } == ["drawn 1 T-1:1"])
    #expect(try drawn { $0.startsOn = "2026-10-06" } == ["drawn 1 T-1:1"])
    #expect(try drawn { $0.cancelledOn = "2026-10-04" } == ["drawn 1 T-1:1"])
    #expect(try drawn { $0.customer = "K-2" } == ["drawn 1 T-1:1"])
    #expect(
      try drawn {
        $0.endsOn = "2026-04-30"
        $0.autoRenew = true
      } == ["free 0"])
    #expect(
      try Self.draws(TestMonth(contracts: [Self.pack("T-1")], inquiries: [isolation])) == ["drawn 1 T-1:1"],
      "tickets are no maintenance")
  }

  @Test("TS-7: every other technical inquiry draws tickets", arguments: InquiryCategory.allCases)
  func ticketed(category: InquiryCategory) throws {
    let month = TestMonth(
      contracts: [Self.pack("T-1"), contract(.standardOnsite)],
      inquiries: [inquiry("U-1", tickets: 2, category: category)])
    #expect(
      try Self.draws(month) == [category == .hardwareIsolation ? "free 0" : "drawn 2 T-1:2"])
  }

  @Test(
    "TS-8: only QNAP's base functions and the apps that it maintains are in scope",
    arguments: [
      ("", "drawn 1 T-1:1"), ("qnap systems, inc.", "drawn 1 T-1:1"), ("qnap", "drawn 1 T-1:1"),
      ("qnap inc", "out_of_scope 0"), ("plex", "out_of_scope 0"),
    ])
  func scope(maintainer: String, drawn: String) throws {
    let asked = inquiry("U-1") { $0.maintainerKey = maintainer }
    #expect(try Self.draws(TestMonth(contracts: [Self.pack("T-1")], inquiries: [asked])) == [drawn])
  }

  @Test("TS-6, TS-8: isolating a fault is free whoever maintains the app")
  func freeBeforeScope() throws {
    let asked = inquiry("U-1", category: .hardwareIsolation) { $0.maintainerKey = "plex" }
    #expect(try Self.draws(TestMonth(contracts: [contract(.onsite24h)], inquiries: [asked])) == ["free 0"])
    #expect(try Self.draws(TestMonth(inquiries: [asked])) == ["out_of_scope 0"])
  }

  @Test("TS-7: an inquiry that asks for no ticket is drawn, with or without a pack")
  func zero() throws {
    #expect(try Self.draws(TestMonth(inquiries: [inquiry("U-1", tickets: 0)])) == ["drawn 0"])
  }

  // MARK: Packs

  @Test("TS-9: a pack has five tickets a year for 60,000 yen, times the packs bought")
  func granted() throws {
    let month = TestMonth(contracts: [Self.pack("T-1"), Self.pack("T-2") { $0.ticketPacks = 3 }])
    let packs = try month.result().packs
    #expect(packs.map(\.pack.granted) == [5, 15])
    #expect(packs.map(\.pack.price) == [60_000, 180_000])
    #expect(packs.map(\.remaining) == [5, 15])
  }

  @Test("TS-9: the pack that ends first is drawn on first, then the one that began first, then by number")
  func order() throws {
    let packs = [
      Self.pack("T-4") { $0.endsOn = "2027-04-30" }, Self.pack("T-3"), Self.pack("T-2"),
      Self.pack("T-1") { $0.startsOn = "2026-05-01" }, Self.pack("T-5") { $0.endsOn = "2026-12-31" },
    ]
    let month = TestMonth(contracts: packs, inquiries: [inquiry("U-1", tickets: 23)])
    #expect(try Self.draws(month) == ["drawn 23 T-5:5+T-2:5+T-3:5+T-1:5+T-4:3"])
  }

  @Test("TS-9: a cancelled pack ends on its last day in force, and is drawn on in that order")
  func cancelledPack() throws {
    let month = TestMonth(
      contracts: [Self.pack("T-1"), Self.pack("T-2") { $0.cancelledOn = "2026-10-05" }],
      inquiries: [inquiry("U-1"), inquiry("U-2", at: "2026-10-06 09:00")])
    #expect(try Self.draws(month) == ["drawn 1 T-2:1", "drawn 1 T-1:1"])
  }

  @Test("TS-9: a pack cancelled before its start does not exist, one cancelled on it lasts a day")
  func cancelledBeforeStart() throws {
    let before = Self.pack("T-1") { $0.cancelledOn = "2026-03-31" }
    let onStart = Self.pack("T-2") { $0.cancelledOn = "2026-04-01" }
    let packs = try TestMonth(contracts: [before, onStart]).result().packs
    #expect(packs.map(\.pack.contract) == ["T-2"])
    #expect(packs.first?.expired == 5)
  }

  @Test("TS-9: every automatic term is a new pack")
  func automaticTerms() throws {
    let renewing = Self.pack("T-1") {
      $0.startsOn = "2024-10-06"
      $0.endsOn = "2025-10-05"
      $0.autoRenew = true
    }
    let month = TestMonth(
      contracts: [renewing],
      inquiries: [inquiry("U-1", tickets: 2), inquiry("U-2", at: "2026-10-06 00:00", tickets: 3)])
    let packs = try month.result().packs
    #expect(packs.map(\.pack.startsOn) == ["2024-10-06", "2025-10-06", "2026-10-06"])
    #expect(packs.map(\.pack.used) == [0, 2, 3])
    #expect(packs.map(\.expired) == [5, 3, 0])
  }

  @Test("TS-9: what is left over is expired once the last day has passed, the month's own last day included")
  func expired() throws {
    func balance(endsOn: Day) throws -> PackBalance? {
      try TestMonth(
        contracts: [Self.pack("T-1") { $0.endsOn = endsOn }], inquiries: [inquiry("U-1", tickets: 2)]
      )
      .result().packs.first
    }
    let over = try #require(try balance(endsOn: "2026-10-31"))
    #expect([over.pack.used, over.expired, over.remaining] == [2, 3, 0])
    #expect(over.unusedYen == 0)
    let open = try #require(try balance(endsOn: "2026-11-01"))
    #expect([open.pack.used, open.expired, open.remaining] == [2, 0, 3])
    #expect(open.unusedYen == 36_000)
  }

  @Test("TS-9: the tickets' prices add up to the pack's, to the yen")
  func unusedYen() {
    func unused(_ used: Int) -> Yen {
      TicketPack(
        contract: "T-1", customer: "K-1", startsOn: "2026-04-01", endsOn: "2027-03-31", lastDay: "2027-03-31",
        granted: 3, price: 100, autoTopUp: false, isTopUp: false, used: used
      ).unusedYen
    }
    #expect([unused(0), unused(1), unused(2), unused(3)] == [100, 67, 34, 0])
  }

  // MARK: Where the packs do not cover it

  @Test("TS-9: inquiries are taken in the order in which they came, then by number")
  func byReception() throws {
    let month = TestMonth(
      contracts: [Self.pack("T-1")],
      inquiries: [
        inquiry("U-1", at: "2026-10-07 10:00", tickets: 3),
        inquiry("U-3", at: "2026-10-06 10:00", tickets: 2),
        inquiry("U-2", at: "2026-10-06 10:00", tickets: 2),
      ])
    #expect(try Self.draws(month) == ["unfunded 3", "drawn 2 T-1:2", "drawn 2 T-1:2"])
  }

  @Test("TS-9: an inquiry that the packs do not cover is unfunded as a whole, and sales is told")
  func unfunded() throws {
    let month = TestMonth(
      contracts: [Self.pack("T-1")], inquiries: [inquiry("U-1", tickets: 6), inquiry("U-2", tickets: 5)])
    #expect(try Self.draws(month) == ["unfunded 6", "drawn 5 T-1:5"])
    let findings = try month.result().findings
    #expect(findings.codes == [.noTicketPack])
    #expect(findings.first?.key == "U-1")
    #expect(findings.first?.value == "6")
  }

  @Test(
    "TS-9: where the customer agreed, packs are sold until the inquiry is covered; the old ones are used up")
  func topUp() throws {
    let month = TestMonth(
      contracts: [Self.pack("T-1") { $0.autoTopUp = true }],
      inquiries: [inquiry("U-1", tickets: 12), inquiry("U-2", at: "2026-10-08 10:00", tickets: 4)])
    #expect(
      try Self.draws(month) == [
        "drawn 12 T-1:5+OVR-U-1:5+OVR-U-1-2:2", "drawn 4 OVR-U-1-2:3+OVR-U-2:1",
      ])
    let packs = try month.result().packs
    #expect(packs.map(\.pack.contract) == ["OVR-U-1", "OVR-U-1-2", "OVR-U-2", "T-1"])
    let first = try #require(packs.first?.pack)
    #expect(first.startsOn == "2026-10-05")
    #expect(first.endsOn == "2027-10-04")
    #expect(first.price == 60_000)
    #expect(first.autoTopUp)
    #expect(try month.result().findings.isEmpty)
  }

  @Test("TS-9: a longer pack is used up before the pack that is sold for the rest")
  func topUpAfterLongPack() throws {
    let month = TestMonth(
      contracts: [
        Self.pack("T-1") {
          $0.endsOn = "2030-03-31"
          $0.autoTopUp = true
        }
      ],
      inquiries: [inquiry("U-1", tickets: 7), inquiry("U-2", at: "2026-10-08 10:00")])
    #expect(try Self.draws(month) == ["drawn 7 T-1:5+OVR-U-1:2", "drawn 1 OVR-U-1:1"])
  }

  @Test("TS-9: only a pack in force on the day sells another")
  func topUpNeedsPack() throws {
    let ended = Self.pack("T-1") {
      $0.autoTopUp = true
      $0.endsOn = "2026-10-04"
    }
    #expect(try Self.draws(TestMonth(contracts: [ended], inquiries: [inquiry("U-1")])) == ["unfunded 1"])
  }

  @Test("TS-9: a pack that sales registered under the name of a top-up pack is that pack")
  func registered() throws {
    let month = TestMonth(
      contracts: [
        Self.pack("T-1") { $0.autoTopUp = true },
        Self.pack("OVR-U-1") {
          $0.startsOn = "2026-10-05"
          $0.endsOn = "2027-10-04"
        },
      ],
      inquiries: [inquiry("U-1", tickets: 12)])
    #expect(try Self.draws(month) == ["drawn 12 T-1:5+OVR-U-1:5+OVR-U-1-2:2"])
  }

  // MARK: Reception and response

  @Test("TS-1: technical support is reached by mail, in SB-1's hours")
  func channel() throws {
    let month = TestMonth(
      contracts: [Self.pack("T-1")],
      inquiries: [inquiry("U-1") { $0.channel = .phone }, inquiry("U-2")])
    let findings = try month.result().findings
    #expect(findings.codes == [.channelNotAccepted])
    #expect(findings.first?.file == "ticket_usage.csv")
  }

  @Test(
    "TS-5: mail out of hours counts from the next business day, so the night costs no response time",
    arguments: [
      ("2026-10-05 10:00", "2026-10-05 11:30:59", 90), ("2026-10-05 17:31", "2026-10-06 09:30", 30),
      ("2026-10-09 20:00", "2026-10-13 09:10", 10), ("2026-10-10 10:00", "2026-10-10 12:00", 0),
      ("2026-10-05 08:00", "2026-10-05 08:30", 0), ("2026-10-05 17:00", "2026-10-06 10:00", 90),
    ] as [(JSTInstant, JSTInstant, Int32)])
  func response(received: JSTInstant, answered: JSTInstant, minutes: Int32) throws {
    let month = TestMonth(inquiries: [inquiry("U-1", at: received, tickets: 0) { $0.answeredAt = answered }])
    #expect(try month.tickets().draws.map(\.responseMinutes) == [minutes])
  }

  @Test("TS-3: no same-day answer is promised: a slow answer is measured and nothing more")
  func noTarget() throws {
    let slow = inquiry("U-1") { $0.answeredAt = "2026-10-30 17:00" }
    let result = try TestMonth(contracts: [Self.pack("T-1")], inquiries: [slow]).result()
    #expect(result.tickets.draws.first?.responseMinutes == 9_600)
    #expect(result.findings.isEmpty)
    #expect(result.outcomes.isEmpty)
    #expect(result.summary.all.total == 0)
  }

  @Test("TS-3: an answer at as-of or later has not been given yet")
  func unanswered() throws {
    let open = inquiry("U-1") { $0.answeredAt = "2026-11-01" }
    #expect(try TestMonth(inquiries: [open]).tickets().draws.map(\.responseMinutes) == [nil])
  }

  @Test(
    "TS-2, TS-4: no report and no time limit of the customer's: an inquiry has neither deadline nor verdict")
  func nothingElse() throws {
    let contract = contract(.technicalSupport)
    let rules = RuleBook(edition: .sample(), holidays: try #require(NationalHolidays(byDay: testHolidays)))
    #expect(
      try ServiceCode.technicalSupport.target(
        startingAt: "2026-10-05 10:00", contract: contract, rules: rules)
        == nil)
  }

  @Test("An inquiry received at as-of or later is left out, with one counted notice")
  func afterMonth() throws {
    let month = TestMonth(
      contracts: [Self.pack("T-1")],
      inquiries: [inquiry("U-1", at: "2026-11-01"), inquiry("U-2", at: "2026-11-02 10:00"), inquiry("U-3")])
    let result = try month.result()
    #expect(result.tickets.draws.count == 1)
    #expect(result.findings.codes == [.afterMonth])
    #expect(result.findings.first?.value == "2")
    #expect(result.findings.first?.file == "ticket_usage.csv")
  }
}
