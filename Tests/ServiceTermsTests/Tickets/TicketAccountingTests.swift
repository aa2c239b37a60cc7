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
    let asked = inquiry("U-1") { $0.maintainer = Maintainer(name: maintainer, key: maintainer) }
    #expect(try Self.draws(TestMonth(contracts: [Self.pack("T-1")], inquiries: [asked])) == [drawn])
  }

  @Test("TS-6, TS-8: isolating a fault is free whoever maintains the app")
  func freeBeforeScope() throws {
    let asked = inquiry("U-1", category: .hardwareIsolation) {
      $0.maintainer = Maintainer(name: "Plex", key: "plex")
    }
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
        granted: 3, price: 100, autoTopUp: false, origin: .contract, used: used
      ).unusedYen
    }
    #expect([unused(0), unused(1), unused(2), unused(3)] == [100, 67, 34, 0])
  }
}
