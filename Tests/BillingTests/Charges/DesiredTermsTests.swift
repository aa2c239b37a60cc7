import Records
import ServiceTerms
import Testing

@testable import Billing

@Suite("Charges for terms of contracts")
struct DesiredTermsTests {
  @Test("TS-9: a pack costs the catalogue's price for each pack, charged on its first day")
  func pack() throws {
    let sample = BillingSample(contracts: [support("T1", from: "2026-10-05", through: "2027-10-04", packs: 2)]
    )
    let line = try sample.bill(month("2026-10")).line("term:T1:2026-10-05")
    #expect(line.kind == .ticketPack)
    #expect(line.amount == 120_000)
    #expect(line.chargeClass == .normal)
    #expect(line.tax == .standard(rate: 10))
  }

  @Test("the contract's own fee goes before the catalogue's price")
  func ownFee() throws {
    let sample = BillingSample(contracts: [
      support("T1", from: "2026-10-05", through: "2027-10-04", fee: 50_000, packs: 2)
    ])
    #expect(try sample.bill(month("2026-10")).line("term:T1:2026-10-05").amount == 50_000)
  }

  @Test("a first maintenance term is invoiced by sales, unless the catalogue bills it")
  func firstMaintenanceTerm() throws {
    var sample = BillingSample(contracts: [maintenance("M1", from: "2026-10-01", through: "2027-09-30")])
    #expect(try sample.bill(month("2026-10")).lines.isEmpty)
    sample.billsFirstTerm = [.advanceSendback]
    #expect(try sample.bill(month("2026-10")).line("term:M1:2026-10-01").kind == .renewal)
  }

  @Test("a successor's term and automatically renewed terms are renewals")
  func renewals() throws {
    let sample = BillingSample(contracts: [
      maintenance("M1", from: "2025-10-01", through: "2026-09-30", renewedBy: "M2"),
      maintenance("M2", from: "2026-10-01", through: "2027-09-30", fee: 130_000),
      maintenance("A1", from: "2025-10-16", through: "2026-10-15", fee: 90_000, autoRenew: true),
    ])
    let billing = try sample.bill(month("2026-10"))
    #expect(billing.lines.map(\.key) == ["term:A1:2026-10-16", "term:M2:2026-10-01"])
    #expect(billing.lines.map(\.amount) == [90_000, 130_000])
  }

  @Test("the books' opening day: what began before it is settled elsewhere, and never billed")
  func openingDay() throws {
    let sample = BillingSample(contracts: [
      support("T1", from: "2026-07-31", through: "2027-07-30"),
      support("T2", from: "2026-08-01", through: "2027-07-31"),
    ])
    let billing = try sample.bill(month("2026-10"), opening: month("2026-08"))
    #expect(billing.lines.map(\.key) == ["term:T2:2026-08-01"])
    #expect(billing.lines.map(\.chargeClass) == [.late])
  }

  @Test("cancelled before the term starts, nothing is owed")
  func cancelledBefore() throws {
    let sample = BillingSample(contracts: [
      support("T1", from: "2026-10-05", through: "2027-10-04", cancelledOn: "2026-10-04")
    ])
    #expect(try sample.bill(month("2026-10")).lines.isEmpty)
  }

  @Test(
    "cancelled within the term, the whole fee stays or the days in force do",
    arguments: [(Settings.Cancellation.noRefund, 60_000), (.byDay, 4_438)])
  func cancelledWithin(cancellation: Settings.Cancellation, amount: Int) throws {
    var sample = BillingSample(contracts: [
      support("T1", from: "2026-10-05", through: "2027-10-04", cancelledOn: "2026-10-31")
    ])
    sample.settings.cancellation = cancellation
    let line = try sample.bill(month("2026-10")).line("term:T1:2026-10-05")
    #expect(line.amount == Yen(amount))  // floor(60,000 x 27 / 365)
  }

  @Test("a term that must be charged and has no price is an error of its row, once")
  func feeMissing() throws {
    let sample = BillingSample(contracts: [
      maintenance("A1", from: "2024-10-16", through: "2025-10-15", fee: nil, autoRenew: true)
    ])
    let billing = try sample.bill(month("2026-10"), opening: month("2025-10"))
    #expect(billing.lines.isEmpty)
    #expect(billing.findings.map(\.code) == [.feeMissing])
    #expect(billing.findings.first?.severity == .error)
    #expect(billing.findings.first?.line == 2)
    #expect(billing.findings.first?.column == "annual_fee")
  }

  @Test("an exhausted pack with automatic top-up is followed by a new one, charged under its inquiry")
  func topUp() throws {
    let sample = BillingSample(
      contracts: [support("T1", from: "2026-04-01", through: "2027-03-31", autoTopUp: true)],
      inquiries: [
        inquiry("U1", on: "2026-10-01", tickets: 3), inquiry("U2", on: "2026-10-02", tickets: 13),
      ])
    let billing = try sample.bill(month("2026-10"))
    #expect(
      billing.lines.map(\.key) == [
        "term:OVR-U2-2:2026-10-02", "term:OVR-U2-3:2026-10-02", "term:OVR-U2:2026-10-02",
      ])
    #expect(
      billing.lines.allSatisfy {
        $0.kind == .ticketOverage && $0.amount == 60_000 && $0.source.inquiry == "U2"
      })
  }
}
