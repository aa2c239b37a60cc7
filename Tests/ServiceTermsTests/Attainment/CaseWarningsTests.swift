import Records
import Testing

@testable import ServiceTerms

@Suite("Warnings about a case")
struct CaseWarningsTests {
  func codes(_ contract: Contract, _ supportCase: SupportCase) throws -> [FindingCode] {
    try TestMonth(contracts: [contract], cases: [supportCase]).result().findings.codes
  }

  @Test("SB-2: send-back is received by mail only, on-site also by phone", arguments: ServiceCode.allCases)
  func channel(service: ServiceCode) throws {
    guard service.isMaintenance else { return }
    #expect(
      try codes(contract(service), supportCase { $0.channel = .phone })
        == (service.isSendback ? [.channelNotAccepted] : []))
    #expect(try codes(contract(service), supportCase()) == [])
  }

  @Test("SB-2: a case by phone is still measured")
  func stillMeasured() throws {
    let outcome = try TestMonth(contracts: [contract(.advanceSendback)]).outcome(
      of: supportCase(isolated: "2026-10-05 11:00") {
        $0.channel = .phone
        $0.replacement.shippedAt = "2026-10-06"
      })
    #expect(outcome?.verdict == .met)
  }

  @Test("SB-4: nobody visits under send-back")
  func visitOnSendback() throws {
    let advance = contract(.advanceSendback)
    #expect(try codes(advance, supportCase { $0.agreedVisitAt = "2026-10-07 10:00" }) == [.visitOnSendback])
    #expect(try codes(advance, supportCase { $0.arrivedAt = "2026-10-07 10:00" }) == [.visitOnSendback])
    #expect(try codes(advance, supportCase { $0.arrivedAt = "2026-11-01" }) == [])
    #expect(try codes(contract(.onsite24h), supportCase { $0.arrivedAt = "2026-10-07 10:00" }) == [])
  }

  @Test(
    "MW-1, EX-1: a replacement is not shipped before the failed part came in",
    arguments: [
      (nil, "2026-10-07 09:00", true), ("2026-10-08", "2026-10-07 09:00", true),
      ("2026-10-07 15:00", "2026-10-07", false), ("2026-10-06", "2026-10-07", false),
      (nil, nil, false), ("2026-11-02", "2026-10-20", true),
    ] as [(JSTInstant?, JSTInstant?, Bool)])
  func shippedBeforeReceipt(received: JSTInstant?, shipped: JSTInstant?, isOdd: Bool) throws {
    for service in ServiceCode.allCases where service.isSendback {
      let codes = try codes(
        contract(service),
        supportCase {
          $0.failedPartReceivedAt = received
          $0.replacement.shippedAt = shipped
          $0.replacement.freight = 900
        })
      #expect(codes == (isOdd && service != .advanceSendback ? [.shippedBeforeReceipt] : []))
    }
  }

  @Test(
    "ON-8: a visit was agreed for a closed day",
    arguments: [("2026-10-10 10:00", true), ("2026-10-12 10:00", true), ("2026-10-13 10:00", false)]
      as [(JSTInstant, Bool)])
  func visitOnClosedDay(agreed: JSTInstant, isOdd: Bool) throws {
    let agreed = supportCase { $0.agreedVisitAt = agreed }
    #expect(try codes(contract(.standardOnsite), agreed) == (isOdd ? [.visitOnClosedDay] : []))
    #expect(try codes(contract(.onsite24h), agreed) == [])
  }

  @Test("ON-3, ON-6: a visit without an agreed time cannot be judged")
  func noAgreedVisit() throws {
    let finding = try #require(
      try TestMonth(
        contracts: [contract(.standardOnsite)], cases: [supportCase(isolated: "2026-10-05 14:00")]
      ).result().findings.first)
    #expect(finding.code == .noAgreedVisit)
    #expect(finding.severity == .warning)
    #expect(finding.file == "cases.csv")
    #expect(finding.line == 2)
    #expect(finding.key == "S-1")
  }

  @Test("ND-2: a disk kept without the option, and one not kept under it")
  func disks() throws {
    let with = contract(.standardOnsite) { $0.nonReturnDisk = true }
    let without = contract(.standardOnsite)
    func disk(_ kept: Bool, completed: JSTInstant? = "2026-10-08 10:00", part: Part = .disk) -> SupportCase {
      supportCase {
        $0.part = part
        $0.diskRetained = kept
        $0.completedAt = completed
      }
    }
    #expect(try codes(without, disk(true)) == [.diskRetainedWithoutOption])
    #expect(try codes(without, disk(true, part: .enclosure)) == [.diskRetainedWithoutOption])
    #expect(try codes(with, disk(true)) == [])
    #expect(try codes(with, disk(false)) == [.diskNotRetained])
    #expect(try codes(with, disk(false, completed: nil)) == [])
    #expect(try codes(with, disk(false, completed: "2026-11-01")) == [])
    #expect(try codes(with, disk(false, part: .enclosure)) == [])
  }

  @Test("A tracking number with a wrong check digit is named, whatever became of the case")
  func trackingNumber() throws {
    let wrong = supportCase {
      $0.contract = "C-9"
      $0.replacement.trackingNumber = "1234-5678-9012"
    }
    #expect(try codes(contract(.advanceSendback), wrong) == [.trackingCheckDigit])
  }
}
