import Records
import Testing

@testable import ServiceTerms

@Suite("Where a contract stands")
struct RenewalReviewTests {
  let october = TestMonth()

  func state(_ edit: (inout Contract) -> Void) throws -> RenewalState {
    try october.renewal(of: contract(.advanceSendback, edit: edit)).state
  }

  @Test(
    "A contract is due from 90 days before its end, and lapsed on the month's last day",
    arguments: [
      ("2026-09-30", .lapsed), ("2026-10-31", .lapsed), ("2026-11-01", .due), ("2027-01-29", .due),
      ("2027-01-30", .active),
    ] as [(Day, RenewalState)])
  func byEnd(endsOn: Day, state: RenewalState) throws {
    #expect(try self.state { $0.endsOn = endsOn } == state)
  }

  @Test("The horizon is a setting")
  func horizon() throws {
    var month = october
    month.editions = [.sample { $0.settings.renewalHorizonDays = 30 }]
    let ending = contract(.advanceSendback) { $0.endsOn = "2026-12-01" }
    #expect(try month.renewal(of: ending).state == .active)
    #expect(try october.renewal(of: ending).state == .due)
  }

  @Test("Days left are counted from the month's last day, negative when past")
  func daysLeft() throws {
    #expect(try october.renewal(of: contract(.advanceSendback) { $0.endsOn = "2026-10-21" }).daysLeft == -10)
    #expect(try october.renewal(of: contract(.advanceSendback) { $0.endsOn = "2026-11-30" }).daysLeft == 30)
  }

  @Test("Cancelled comes first, then renewed, then what the end says")
  func order() throws {
    var month = october
    month.contracts = [contract(.advanceSendback, "C-2")]
    let both = contract(.advanceSendback) {
      $0.cancelledOn = "2027-01-01"
      $0.renewedBy = "C-2"
      $0.endsOn = "2026-10-10"
      $0.autoRenew = true
    }
    #expect(try month.renewal(of: both).state == .cancelled)
    var renewed = both
    renewed.cancelledOn = nil
    #expect(try month.renewal(of: renewed).state == .renewed)
    renewed.renewedBy = nil
    #expect(try month.renewal(of: renewed).state == .autoRenewed)
    renewed.autoRenew = false
    #expect(try month.renewal(of: renewed).state == .lapsed)
    #expect(try month.renewal(of: renewed).proposal != nil)
    #expect(try month.renewal(of: both).proposal == nil)
  }

  @Test("A contract that has not started is said so, unless it is already due")
  func notStarted() throws {
    #expect(
      try state {
        $0.startsOn = "2026-11-01"
        $0.endsOn = "2027-10-31"
      } == .notStarted)
    #expect(
      try state {
        $0.startsOn = "2026-11-01"
        $0.endsOn = "2026-12-31"
      } == .due)
    #expect(try state { $0.startsOn = "2026-10-31" } == .active)
  }

  @Test("A contract that renews itself ends with the term that ends in or after the month")
  func automatic() throws {
    func renewal(_ month: BillingMonth, _ edit: (inout Contract) -> Void = { _ in }) throws -> Renewal {
      try TestMonth(
        month: month, contracts: [contract(.advanceSendback, "C-2") { $0.startsOn = "2026-12-01" }]
      )
      .renewal(
        of: contract(.advanceSendback) {
          $0.startsOn = "2023-11-01"
          $0.endsOn = "2024-10-31"
          $0.autoRenew = true
          edit(&$0)
        })
    }
    let october = try renewal("2026-10")
    #expect(october.endsOn == "2026-10-31")
    #expect(october.state == .autoRenewed)
    #expect(october.isAutomatic == false)
    let november = try renewal("2026-11")
    #expect(november.endsOn == "2027-10-31")
    #expect(november.state == .active)
    let august = try renewal("2026-08")
    #expect(august.endsOn == "2026-10-31")
    #expect(august.state == .due)
    #expect(august.isAutomatic)
    let succeeded = try renewal("2027-12") { $0.renewedBy = "C-2" }
    #expect(succeeded.endsOn == "2027-10-31", "the last term before the successor")
    #expect(succeeded.state == .renewed)
    #expect(try renewal("2026-10") { $0.cancelledOn = "2026-10-05" }.endsOn == "2024-10-31")
  }

  @Test("The offer follows on, for a year, and the warranty is followed by the extended service")
  func proposal() throws {
    let due = contract(.warrantySendback) {
      $0.endsOn = "2026-12-31"
      $0.annualFee = 12_000
    }
    let proposal = try #require(try october.renewal(of: due).proposal)
    #expect(proposal.service == .extendedSendback)
    #expect(proposal.startsOn == "2027-01-01")
    #expect(proposal.endsOn == "2027-12-31")
    #expect(proposal.fee == 12_000)

    let lapsedEarlier = contract(.advanceSendback) { $0.endsOn = "2026-09-30" }
    #expect(try october.renewal(of: lapsedEarlier).proposal == nil)
    let withoutFee = contract(.advanceSendback) { $0.endsOn = "2026-10-31" }
    #expect(try october.renewal(of: withoutFee).proposal?.fee == nil)
  }

  @Test("The day of the month is kept, or the month's last day taken")
  func leapDayOffer() throws {
    let february = TestMonth(month: "2024-02")
    let ending = contract(.advanceSendback) {
      $0.startsOn = "2023-03-01"
      $0.endsOn = "2024-02-28"
    }
    let proposal = try #require(try february.renewal(of: ending).proposal)
    #expect(proposal.startsOn == "2024-02-29")
    #expect(proposal.endsOn == "2025-02-27")
  }

  @Test("TS-9: tickets are offered at the catalogue's price, whatever they cost before")
  func ticketOffer() throws {
    let packs = contract(.technicalSupport) {
      $0.endsOn = "2026-12-31"
      $0.ticketPacks = 3
      $0.annualFee = 1
    }
    #expect(try october.renewal(of: packs).proposal?.fee == 180_000)
  }

  @Test("A successor that is not in the file is warned of, and the end decides")
  func successorMissing() throws {
    let lost = contract(.advanceSendback) {
      $0.renewedBy = "C-9"
      $0.endsOn = "2026-10-31"
    }
    let result = try TestMonth(contracts: [lost]).result()
    #expect(result.renewals.map(\.state) == [.lapsed])
    #expect(result.findings.codes == [.successorMissing])
    let cancelled = contract(.advanceSendback) {
      $0.renewedBy = "C-9"
      $0.cancelledOn = "2026-10-31"
    }
    #expect(try TestMonth(contracts: [cancelled]).result().findings.isEmpty)
  }
}
