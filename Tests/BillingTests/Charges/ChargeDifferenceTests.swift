import Records
import ServiceTerms
import Testing

@testable import Billing

@Suite("Desired against posted")
struct ChargeDifferenceTests {
  private let october = month("2026-10")
  private let november = month("2026-11")
  private let base = BillingSample(
    contracts: [
      support("T1", from: "2026-10-05", through: "2027-10-04"),
      maintenance("M1", from: "2026-01-01", through: "2026-12-31"),
      maintenance("A1", from: "2025-10-16", through: "2026-10-15", fee: 90_000, autoRenew: true),
    ],
    cases: [returnedByCollect("K1", contract: "M1", shipped: "2026-10-08", freight: 1_320)])

  @Test("the same input a month later bills nothing again")
  func nothingTwice() throws {
    let first = try base.bill(october)
    #expect(first.lines.count == 3)
    #expect(try base.bill(november, opening: october, posted: first.posted()).lines.isEmpty)
  }

  @Test("a freight that arrives six weeks late is billed late, in the month in which it arrives")
  func lateFreight() throws {
    var sample = base
    sample.cases = [returnedByCollect("K1", contract: "M1", shipped: "2026-10-08", freight: nil)]
    let first = try sample.bill(october)
    sample.cases = base.cases
    let line = try sample.bill(november, opening: october, posted: first.posted()).line(
      "freight:K1:failed_part")
    #expect(line.chargeClass == .late)
    #expect(line.amount == 1_320)
    #expect(line.eventOn == day("2026-10-08"))
    #expect(line.corrects == nil)
  }

  @Test("a corrected fee is billed by its difference and names the document that it corrects")
  func correction() throws {
    let first = try base.bill(october)
    var sample = base
    sample.contracts[0].annualFee = 45_000
    let line = try sample.bill(november, opening: october, posted: first.posted()).line("term:T1:2026-10-05")
    #expect(line.chargeClass == .correction)
    #expect((line.desired, line.posted, line.amount) == (45_000, 60_000, -15_000))
    #expect(line.corrects?.description == "202610-0001")
  }

  @Test("a posted charge stays with its customer; that its row names another one is said")
  func changedCustomer() throws {
    let first = try base.bill(october)
    var sample = base
    sample.contracts[0].customer = "C9"
    sample.cases[0].contract = "A1"
    sample.contracts[2].customer = "C8"
    let second = try sample.bill(november, opening: october, posted: first.posted())
    #expect(second.lines.isEmpty)
    let found = second.findings.filter { $0.code == .postedCustomerChanged }.sorted { $0.key < $1.key }
    #expect(found.map(\.key) == ["freight:K1:failed_part", "term:A1:2026-10-16", "term:T1:2026-10-05"])
    #expect(found.map(\.file) == ["cases.csv", "contracts.csv", "contracts.csv"])
    #expect(found.map(\.value) == ["C8", "C8", "C9"])
    #expect(try base.bill(november, opening: october, posted: first.posted()).findings.isEmpty)
  }

  @Test("no charge of a month before the books open, not even on its last day")
  func beforeTheBooks() throws {
    let sample = BillingSample(contracts: [
      support("T1", from: "2026-10-05", through: "2027-10-04"),
      support("T2", from: "2026-10-31", through: "2027-10-30"),
    ])
    #expect(try sample.bill(october).lines.count == 2)
    let early = try sample.input(october, closed: ClosedMonths(opening: november))
    #expect(try MonthBilling(early, numbered: false).lines.isEmpty)
  }

  @Test("a corrected start gives the old term back and charges the new one")
  func movedStart() throws {
    let first = try base.bill(october)
    var sample = base
    sample.contracts[0].startsOn = day("2026-10-20")
    let billing = try sample.bill(november, opening: october, posted: first.posted())
    #expect(billing.lines.map(\.key) == ["term:T1:2026-10-05", "term:T1:2026-10-20"])
    #expect(billing.lines.map(\.amount) == [-60_000, 60_000])
    #expect(billing.lines.map(\.chargeClass) == [.correction, .late])
  }

  @Test("freight that turns out prepaid by the customer is credited")
  func prepaidAfterAll() throws {
    let first = try base.bill(october)
    var sample = base
    sample.cases[0].failedPart.terms = .prepaid
    let line = try sample.bill(november, opening: october, posted: first.posted()).line(
      "freight:K1:failed_part")
    #expect(line.amount == -1_320)
  }

  @Test("what is not in the file any more stays as it was posted, in silence")
  func absentRows() throws {
    let first = try base.bill(october)
    let empty = BillingSample()
    let billing = try empty.bill(november, opening: october, posted: first.posted())
    #expect(billing.lines.isEmpty)
    #expect(billing.findings.isEmpty)
  }

  @Test("a case whose contract is not in the file keeps its charge")
  func absentContractOfCase() throws {
    let first = try base.bill(october)
    let sample = BillingSample(cases: base.cases)
    #expect(try sample.bill(november, opening: october, posted: first.posted()).lines.isEmpty)
  }

  @Test("rejected rows keep their charges, with one warning a row")
  func rejectedRows() throws {
    let first = try base.bill(october)
    let sample = BillingSample(rejectedContracts: ["T1"], rejectedCases: ["K1"])
    let billing = try sample.bill(november, opening: october, posted: first.posted())
    #expect(billing.lines.isEmpty)
    #expect(billing.findings.map(\.code) == [.postedRowRejected, .postedRowRejected])
    #expect(billing.findings.map(\.key) == ["K1", "T1"])
  }

  @Test("a freight or fee that is empty now keeps its charge, with a warning")
  func emptiedAmounts() throws {
    let first = try base.bill(october)
    var sample = base
    sample.cases[0].failedPart.freight = nil
    sample.contracts[2].annualFee = nil
    let billing = try sample.bill(november, opening: october, posted: first.posted())
    #expect(billing.lines.isEmpty)
    #expect(
      billing.findings.map(\.code).sorted { $0.rawValue < $1.rawValue } == [
        .feeMissing, .postedRowRejected, .postedRowRejected,
      ])
  }

  @Test("an automatic renewal stays when its row was extended over it, and goes when a successor appears")
  func extendedOrSucceeded() throws {
    let first = try base.bill(october)
    var extended = base
    extended.contracts[2].endsOn = day("2027-10-15")
    #expect(try extended.bill(november, opening: october, posted: first.posted()).lines.isEmpty)
    var succeeded = base
    succeeded.contracts[2].renewedBy = "A2"
    succeeded.contracts.append(maintenance("A2", from: "2026-10-16", through: "2027-10-15", fee: 95_000))
    let billing = try succeeded.bill(november, opening: october, posted: first.posted())
    #expect(billing.lines.map(\.key) == ["term:A1:2026-10-16", "term:A2:2026-10-16"])
    #expect(billing.lines.map(\.amount) == [-90_000, 95_000])
  }

  @Test(
    "a successor whose predecessor has left the file keeps its charge; one that nobody names any more loses it"
  )
  func predecessor() throws {
    let sample = BillingSample(contracts: [
      maintenance("M1", from: "2025-10-01", through: "2026-09-30", renewedBy: "M2"),
      maintenance("M2", from: "2026-10-01", through: "2027-09-30"),
    ])
    let posted = try sample.bill(october).posted()
    var absent = sample
    absent.contracts.removeFirst()
    #expect(try absent.bill(november, opening: october, posted: posted).lines.isEmpty)
    var unnamed = sample
    unnamed.contracts[0].renewedBy = nil
    #expect(try unnamed.bill(november, opening: october, posted: posted).lines.map(\.amount) == [-120_000])
  }

  @Test("AR-2: an unreturned part is charged past the limit and credited when it comes back")
  func unreturnedPart() throws {
    var sample = base
    sample.settings.chargeUnreturnedAfterDays = 20
    sample.cases = [
      SupportCase(
        id: "K2", contract: "M1", receivedAt: at("2026-10-01"), isolatedAt: at("2026-10-01", 11),
        replacement: Shipment(shippedAt: at("2026-10-02"), freight: 900), partPrice: 30_000)
    ]
    let first = try sample.bill(october)
    let charged = try first.line("part:K2")
    #expect(charged.eventOn == day("2026-10-23"))
    #expect(charged.amount == 30_000)
    sample.cases[0].failedPartReceivedAt = at("2026-11-10")
    let credited = try sample.bill(november, opening: october, posted: first.posted()).line("part:K2")
    #expect(credited.amount == -30_000)
    #expect(credited.chargeClass == .correction)
  }

  @Test("a top-up pack that sales later registers is not billed twice")
  func registeredTopUp() throws {
    var sample = BillingSample(
      contracts: [support("T1", from: "2026-04-01", through: "2027-03-31", autoTopUp: true)],
      inquiries: [inquiry("U1", on: "2026-10-02", tickets: 7)])
    let posted = try sample.bill(october).posted()
    sample.contracts.append(support("OVR-U1", from: "2026-10-02", through: "2027-10-01"))
    #expect(try sample.bill(november, opening: october, posted: posted).lines.isEmpty)
  }

  @Test(
    "a top-up that sales registered for another day keeps its charge, with a warning, while its inquiry's row is rejected"
  )
  func rejectedInquiryOfTopUp() throws {
    var sample = BillingSample(
      contracts: [support("T1", from: "2026-04-01", through: "2027-03-31", autoTopUp: true)],
      inquiries: [inquiry("U1", on: "2026-10-02", tickets: 7)])
    let first = try sample.bill(october)
    let result = try sample.input(october).result
    let topUp = try require(result.packs.map(\.pack).first { $0.isTopUp })
    let known = PostedInquiry(
      facts: PostedInquiry.Facts(
        id: "U1", customer: "C1", receivedAt: at("2026-10-02"), category: .configuration, maintainerKey: "",
        tickets: 7),
      state: .drawn,
      shares: [
        PackShare(contract: "T1", startsOn: day("2026-04-01"), tickets: 5),
        PackShare(contract: topUp.contract, startsOn: topUp.startsOn, tickets: 2),
      ])
    sample.contracts.append(support("OVR-U1", from: "2026-11-05", through: "2027-11-04"))
    sample.inquiries = []
    sample.rejectedInquiries = ["U1"]
    let closed = ClosedMonths(opening: october, last: october, inquiries: [known], packs: [topUp])
    let input = try sample.input(november, closed: closed, posted: first.posted())
    let billing = try MonthBilling(input, numbered: true)
    #expect(billing.lines.map(\.key) == ["term:OVR-U1:2026-11-05"])
    #expect(billing.findings.map(\.code) == [.postedRowRejected])
    #expect(billing.findings.map(\.key) == ["U1"])
  }
}
