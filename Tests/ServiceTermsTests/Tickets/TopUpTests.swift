import Records
import Testing

@testable import ServiceTerms

@Suite("Tickets that the packs do not cover")
struct TopUpTests {
  @Test("TS-9: inquiries are taken in the order in which they came, then by number")
  func byReception() throws {
    let month = TestMonth(
      contracts: [TicketAccountingTests.pack("T-1")],
      inquiries: [
        inquiry("U-1", at: "2026-10-07 10:00", tickets: 3),
        inquiry("U-3", at: "2026-10-06 10:00", tickets: 2),
        inquiry("U-2", at: "2026-10-06 10:00", tickets: 2),
      ])
    #expect(try TicketAccountingTests.draws(month) == ["unfunded 3", "drawn 2 T-1:2", "drawn 2 T-1:2"])
  }

  @Test("TS-9: an inquiry that the packs do not cover is unfunded as a whole, and sales is told")
  func unfunded() throws {
    let month = TestMonth(
      contracts: [TicketAccountingTests.pack("T-1")],
      inquiries: [inquiry("U-1", tickets: 6), inquiry("U-2", tickets: 5)])
    #expect(try TicketAccountingTests.draws(month) == ["unfunded 6", "drawn 5 T-1:5"])
    let findings = try month.result().findings
    #expect(findings.codes == [.noTicketPack])
    #expect(findings.first?.key == "U-1")
    #expect(findings.first?.value == "6")
  }

  @Test(
    "TS-9: where the customer agreed, packs are sold until the inquiry is covered; the old ones are used up")
  func topUp() throws {
    let month = TestMonth(
      contracts: [TicketAccountingTests.pack("T-1") { $0.autoTopUp = true }],
      inquiries: [inquiry("U-1", tickets: 12), inquiry("U-2", at: "2026-10-08 10:00", tickets: 4)])
    #expect(
      try TicketAccountingTests.draws(month) == [
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
        TicketAccountingTests.pack("T-1") {
          $0.endsOn = "2030-03-31"
          $0.autoTopUp = true
        }
      ],
      inquiries: [inquiry("U-1", tickets: 7), inquiry("U-2", at: "2026-10-08 10:00")])
    #expect(try TicketAccountingTests.draws(month) == ["drawn 7 T-1:5+OVR-U-1:2", "drawn 1 OVR-U-1:1"])
  }

  @Test("TS-9: only a pack in force on the day sells another")
  func topUpNeedsPack() throws {
    let ended = TicketAccountingTests.pack("T-1") {
      $0.autoTopUp = true
      $0.endsOn = "2026-10-04"
    }
    #expect(
      try TicketAccountingTests.draws(TestMonth(contracts: [ended], inquiries: [inquiry("U-1")])) == [
        "unfunded 1"
      ])
  }

  @Test("TS-9: a pack that sales registered under the name of a top-up pack is that pack")
  func registered() throws {
    let month = TestMonth(
      contracts: [
        TicketAccountingTests.pack("T-1") { $0.autoTopUp = true },
        TicketAccountingTests.pack("OVR-U-1") {
          $0.startsOn = "2026-10-05"
          $0.endsOn = "2027-10-04"
        },
      ],
      inquiries: [inquiry("U-1", tickets: 12)])
    #expect(try TicketAccountingTests.draws(month) == ["drawn 12 T-1:5+OVR-U-1:5+OVR-U-1-2:2"])
  }
}
