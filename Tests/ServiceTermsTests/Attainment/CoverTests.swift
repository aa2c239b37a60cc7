import Records
import Testing

@testable import ServiceTerms

@Suite("Cover")
struct CoverTests {
  func exclusion(_ supportCase: SupportCase, _ contracts: Contract..., month: BillingMonth = "2026-10") throws
    -> Exclusion?
  {
    try TestMonth(month: month, contracts: contracts).outcome(of: supportCase)?.exclusion
  }

  @Test("SB-5: a part bought elsewhere is left out under every service", arguments: ServiceCode.allCases)
  func thirdPartyPart(service: ServiceCode) throws {
    guard service.isMaintenance else { return }
    #expect(try exclusion(supportCase { $0.partSoldByUs = false }, contract(service)) == .thirdPartyPart)
  }

  @Test(
    "SB-3: remote islands are left out of send-back, by separate consultation",
    arguments: ServiceCode.allCases)
  func remoteArea(service: ServiceCode) throws {
    guard service.isMaintenance else { return }
    let remote = contract(service) {
      $0.region = .remote
      $0.deliveredOn = "2026-01-01"
    }
    #expect(try exclusion(supportCase(), remote) == (service.isSendback ? .remoteArea : nil))
  }

  @Test("A case is in force from 00:00 of the first day to 24:00 of the last")
  func inForce() throws {
    let october = contract(.advanceSendback) {
      $0.startsOn = "2026-10-02"
      $0.endsOn = "2026-10-20"
    }
    #expect(try exclusion(supportCase(received: "2026-10-01 23:59:59"), october) == .notStarted)
    #expect(try exclusion(supportCase(received: "2026-10-02"), october) == nil)
    #expect(try exclusion(supportCase(received: "2026-10-20 23:59:59"), october) == nil)
    #expect(try exclusion(supportCase(received: "2026-10-21"), october) == .expired)
  }

  @Test("A cancelled contract ends early, never late")
  func cancelled() throws {
    let early = contract(.advanceSendback) { $0.cancelledOn = "2026-10-10" }
    #expect(try exclusion(supportCase(received: "2026-10-10 12:00"), early) == nil)
    #expect(try exclusion(supportCase(received: "2026-10-11 12:00"), early) == .expired)
    let late = contract(.advanceSendback) {
      $0.endsOn = "2026-10-10"
      $0.cancelledOn = "2026-10-20"
    }
    #expect(try exclusion(supportCase(received: "2026-10-11 12:00"), late) == .expired)
  }

  @Test("A contract that renews itself goes on until it is cancelled or its successor takes over")
  func autoRenew() throws {
    let renewing = contract(.advanceSendback) {
      $0.startsOn = "2024-04-01"
      $0.endsOn = "2025-03-31"
      $0.autoRenew = true
    }
    #expect(try exclusion(supportCase(), renewing) == nil)
    var cancelled = renewing
    cancelled.cancelledOn = "2026-10-04"
    #expect(try exclusion(supportCase(received: "2026-10-04 23:59:59"), cancelled) == nil)
    #expect(try exclusion(supportCase(received: "2026-10-05"), cancelled) == .expired)

    var replaced = renewing
    replaced.renewedBy = "C-2"
    let successor = contract(.advanceSendback, "C-2") { $0.startsOn = "2026-04-01" }
    #expect(try exclusion(supportCase(), replaced, successor) == .expired)
    #expect(try exclusion(supportCase(), replaced) == nil, "a successor that is not in the file ends nothing")
  }

  @Test("A case of no contract, or of a ticket contract, is of an unknown contract")
  func unknownContract() throws {
    #expect(try exclusion(supportCase()) == .unknownContract)
    #expect(try exclusion(supportCase(), contract(.technicalSupport)) == .unknownContract)
  }

  @Test("A withdrawal counts from completion, or from reception where that is empty")
  func withdrawn() throws {
    let withdrawn = supportCase(isolated: "2026-10-06 10:00") {
      $0.outcome = .withdrawn
      $0.completedAt = "2026-11-01"
      $0.replacement.shippedAt = "2026-10-07"
    }
    let advance = contract(.advanceSendback)
    #expect(try exclusion(withdrawn, advance) == nil, "it had not happened by the end of October")
    #expect(try exclusion(withdrawn, advance, month: "2026-11") == .withdrawn)
    #expect(try exclusion(supportCase { $0.outcome = .withdrawn }, advance) == .withdrawn)
  }

  @Test("That there was no fault is known once isolation is complete")
  func noFault() throws {
    let advance = contract(.advanceSendback)
    #expect(try exclusion(supportCase { $0.outcome = .noFault }, advance) == nil)
    let later = supportCase(isolated: "2026-11-02 10:00") { $0.outcome = .noFault }
    #expect(try exclusion(later, advance) == nil)
    #expect(try exclusion(later, advance, month: "2026-11") == .noHardwareFault)
  }

  @Test("The first reason in the order of the rules is the one given")
  func order() throws {
    let outside = contract(.advanceSendback) {
      $0.startsOn = "2026-10-20"
      $0.region = .remote
    }
    var hopeless = supportCase(isolated: "2026-10-06 10:00") {
      $0.partSoldByUs = false
      $0.outcome = .noFault
    }
    #expect(try exclusion(hopeless, outside) == .noHardwareFault)
    #expect(try exclusion(hopeless) == .noHardwareFault)
    hopeless.outcome = .hardwareFault
    #expect(try exclusion(hopeless, outside) == .notStarted)
    hopeless.receivedAt = "2026-10-21 10:00"
    #expect(try exclusion(hopeless, outside) == .thirdPartyPart)
    hopeless.partSoldByUs = true
    #expect(try exclusion(hopeless, outside) == .remoteArea)
  }
}
