import Records
import Testing

@testable import ServiceTerms

@Suite("The explanation of a contract")
struct ContractExplanationTests {
  static func codes(_ month: TestMonth) throws -> [StepCode] {
    try #require(try month.explainer().contract("C-1")).steps.map(\.code)
  }

  @Test("A first maintenance term is sales' to bill; an automatic one is billed here")
  func terms() throws {
    let renewing = contract(.advanceSendback) {
      $0.startsOn = "2025-10-15"
      $0.endsOn = "2026-10-14"
      $0.autoRenew = true
      $0.annualFee = 12_000
    }
    let month = TestMonth(contracts: [renewing])
    #expect(
      try Self.codes(month) == [
        .contract, .inForceWithoutEnd, .term, .notBilledFirstTerm, .automaticTerm, .billed, .renewalEnd,
        .renewalAutoRenewed,
      ])
    let billed = try #require(try month.explainer().contract("C-1")?.steps.first { $0.code == .billed })
    #expect(billed.values[.price] == .yen(12_000))
    #expect(billed.values[.start] == .day("2026-10-15"))
  }

  @Test("TS-9: a pack is billed when its term starts, and its tickets are shown")
  func pack() throws {
    var month = TestMonth(
      contracts: [
        contract(.technicalSupport) {
          $0.startsOn = "2026-10-02"
          $0.ticketPacks = 2
        }
      ], inquiries: [inquiry("U-1", tickets: 3)])
    let steps = try #require(try month.explainer().contract("C-1")).steps
    #expect(steps.first { $0.code == .billed }?.values[.price] == .yen(120_000))
    let pack = try #require(steps.first { $0.code == .pack })
    #expect(pack.values[.used] == .number(3))
    #expect(pack.values[.remaining] == .number(7))
    month.contracts[0].startsOn = "2026-09-30"
    #expect(try Self.codes(month).contains(.notBilledBeforeBooks))
    month.contracts[0].startsOn = "2026-11-01"
    #expect(try Self.codes(month).contains(.notBilledYet))
    month.contracts[0].cancelledOn = "2026-10-20"
    #expect(try Self.codes(month).contains(.notBilledCancelled))
  }

  @Test("A pack that was cancelled is billed by days where the catalogue says so")
  func byDay() throws {
    var month = TestMonth(contracts: [
      contract(.technicalSupport) {
        $0.startsOn = "2026-10-01"
        $0.endsOn = "2027-09-30"
        $0.cancelledOn = "2026-10-10"
      }
    ])
    #expect(try Self.codes(month).contains(.billed))
    month.editions = [.sample { $0.settings.cancellation = .byDay }]
    let step = try #require(try month.explainer().contract("C-1")?.steps.first { $0.code == .billedByDay })
    #expect(step.values[.price] == .yen(1_643))  // floor(60,000 x 10 / 365)
    #expect(step.values[.cancelled] == .day("2026-10-10"))
  }

  @Test(
    "Every renewal state has its reason",
    arguments: [
      (.cancelled, .renewalCancelled), (.renewed, .renewalRenewed), (.lapsed, .renewalLapsed),
      (.due, .renewalDue), (.notStarted, .renewalNotStarted), (.active, .renewalActive),
    ] as [(RenewalState, StepCode)])
  func states(state: RenewalState, code: StepCode) throws {
    var month = TestMonth(contracts: [contract(.advanceSendback)])
    switch state {
    case .cancelled: month.contracts[0].cancelledOn = "2026-10-01"
    case .renewed:
      month.contracts[0].renewedBy = "C-2"
      month.contracts.append(contract(.advanceSendback, "C-2"))
    case .lapsed: month.contracts[0].endsOn = "2026-10-31"
    case .due: month.contracts[0].endsOn = "2026-12-31"
    case .notStarted: month.contracts[0].startsOn = "2026-11-01"
    case .active, .autoRenewed: break
    }
    #expect(try Self.codes(month).contains(code))
    #expect(try Self.codes(month).contains(.proposal) == (state == .due || state == .lapsed))
  }
}
