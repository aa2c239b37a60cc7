import Records
import ServiceTerms
import Testing

@testable import Billing

@Suite("Documents")
struct DocumentComposerTests {
  private let october = month("2026-10")

  @Test("one document per customer, numbered without gaps in the order of the customers' bytes")
  func numbers() throws {
    let sample = BillingSample(contracts: [
      support("T1", customer: "b", from: "2026-10-05", through: "2027-10-04"),
      support("T2", customer: "A", from: "2026-10-06", through: "2027-10-05"),
      support("T3", customer: "B", from: "2026-10-07", through: "2027-10-06"),
      support("T4", customer: "A", from: "2026-10-01", through: "2027-09-30"),
    ])
    let documents = try sample.bill(october).documents
    #expect(documents.map(\.customer) == ["A", "B", "b"])
    #expect(documents.compactMap { $0.number?.description } == ["202610-0001", "202610-0002", "202610-0003"])
    #expect(documents[0].lines.map(\.charge.key) == ["term:T4:2026-10-01", "term:T2:2026-10-06"])
    #expect(
      try MonthBilling(sample.input(october), numbered: false).documents.allSatisfy { $0.number == nil })
  }

  @Test("due on the last day of the next month, moved to a business day")
  func dueDate() throws {
    let sample = BillingSample(contracts: [support("T1", from: "2026-09-05", through: "2027-09-04")])
    // 2026-10-31 is a Saturday, 2026-11-02 a Monday.
    let document = try sample.bill(month("2026-09")).documents[0]
    #expect((document.issuedOn, document.dueOn) == (day("2026-09-30"), day("2026-11-02")))
  }

  @Test("SB-6: advances alone make a statement, which names carrier, number and the tax in them")
  func statement() throws {
    let sample = BillingSample(
      contracts: [maintenance("M1", from: "2026-01-01", through: "2026-12-31")],
      cases: [returnedByCollect("K1", contract: "M1", shipped: "2026-10-08", freight: 1_320)])
    let document = try sample.bill(october).documents[0]
    #expect(document.type == .statement)
    #expect((document.net, document.tax, document.outOfScope, document.total) == (0, 0, 1_320, 1_320))
    let advance = try require(document.lines[0].advance)
    #expect(advance.carrier == "ヤマト運輸")
    #expect(advance.registrationNumber == "T8999999000001")
    #expect((advance.rate, advance.tax, advance.amount) == (10, 120, 1_320))
  }

  @Test("taxable lines below zero make a return invoice; a small one says that it is not obligatory")
  func creditNote() throws {
    let sample = BillingSample(contracts: [support("T1", from: "2026-10-05", through: "2027-10-04")])
    let posted = try sample.bill(october).posted()
    for (fee, notes) in [(Yen(50_910), 2), (Yen(50_909), 1)] {
      var changed = sample
      changed.contracts[0].annualFee = fee
      let document = try changed.bill(month("2026-11"), opening: october, posted: posted).documents[0]
      #expect(document.type == .creditNote)
      #expect(document.notes.count == notes, "9,999 yen with tax is small, 10,000 is not")
    }
  }

  @Test("a correction goes to the customer to whom it was billed, whomever its contract names by now")
  func addresseeOfCorrection() throws {
    var sample = BillingSample(contracts: [
      support("T1", from: "2026-10-05", through: "2027-10-04"),
      support("T2", from: "2026-09-05", through: "2027-09-04"),
    ])
    sample.contracts[0].billingName = "旧社"
    sample.contracts[1].billingName = "旧社 経理部"
    let posted = try sample.bill(october).posted()
    sample.contracts[0].billingName = "新社"
    sample.contracts[0].customer = "C9"
    sample.contracts[0].annualFee = 50_000
    for remaining in [true, false] {
      if !remaining { sample.contracts.removeLast() }
      let billing = try sample.bill(month("2026-11"), opening: october, posted: posted)
      #expect(billing.documents.map(\.customer) == ["C1"])
      #expect(billing.documents.map(\.addressee.name) == [remaining ? "旧社 経理部" : "C1"])
      #expect(billing.findings.map(\.code).contains(.billingNameDiffers))
    }
  }

  @Test("one rounding per document: a thousand small lines are not a thousand roundings")
  func oneRounding() throws {
    let contracts = (0..<15).map {
      support(Identifier("T\($0 + 10)"), from: "2026-10-05", through: "2027-10-04", fee: 1_009)
    }
    let document = try BillingSample(contracts: contracts).bill(october).documents[0]
    #expect(document.tax == 1_513)  // floor(15,135 x 10 %), not 15 x 100
  }

  @Test("with prices that include the tax, the net is what the tax leaves")
  func included() throws {
    var sample = BillingSample(contracts: [
      support("T1", from: "2026-10-05", through: "2027-10-04", fee: 27_164)
    ])
    sample.company.priceBasis = .included
    sample.company.taxRounding = .halfUp
    let document = try sample.bill(october).documents[0]
    #expect((document.net, document.tax, document.total) == (24_695, 2_469, 27_164))
  }

  @Test("two rates are rounded apiece, and the total is their sum")
  func twoRates() throws {
    let sample = BillingSample(contracts: [
      support("T1", from: "2019-09-30", through: "2020-09-29", fee: 1_019),
      support("T2", from: "2019-10-01", through: "2020-09-30", fee: 1_019),
    ])
    let document = try sample.bill(month("2019-10"), opening: month("2019-09")).documents[0]
    #expect(document.taxes.map(\.rate) == [10, 8])
    #expect(document.taxes.map(\.tax) == [101, 81])
    #expect(document.total == 2_220)
  }

  @Test("a full credit mirrors its invoice to the yen", arguments: Company.Rounding.allCases)
  func mirror(rounding: Company.Rounding) throws {
    for basis in Company.PriceBasis.allCases {
      var sample = BillingSample(contracts: [
        support("T1", from: "2026-10-05", through: "2027-10-04", fee: 12_345)
      ])
      sample.company.taxRounding = rounding
      sample.company.priceBasis = basis
      let first = try sample.bill(october)
      sample.contracts[0].cancelledOn = day("2026-10-01")
      let second = try sample.bill(month("2026-11"), opening: october, posted: first.posted())
      #expect(try second.documents[0].total == -first.documents[0].total)
      #expect(try second.documents[0].tax == -first.documents[0].tax)
    }
  }

  @Test("freight as our own supply is taxable, and the customer pays what the carrier billed")
  func ownSupply() throws {
    var sample = BillingSample(
      contracts: [maintenance("M1", from: "2026-01-01", through: "2026-12-31")],
      cases: [returnedByCollect("K1", contract: "M1", shipped: "2026-10-08", freight: 1_320)])
    sample.settings.freightRecharge = .ownSupply
    let billing = try sample.bill(october)
    #expect(try billing.line("freight:K1:failed_part").amount == 1_320)
    let document = billing.documents[0]
    #expect(document.type == .invoice)
    #expect((document.net, document.tax, document.outOfScope, document.total) == (1_200, 120, 0, 1_320))
  }

  @Test("a refund of freight that was ours to bear is no sale of ours, also where claims are")
  func refundIsNoSupply() throws {
    var supportCase = returnedByCollect(
      "K1", contract: "M1", shipped: "2026-10-08", freight: 880, terms: .prepaid)
    supportCase.replacement = Shipment(shippedAt: at("2026-10-09"), terms: .collect, freight: 1_320)
    var sample = BillingSample(
      contracts: [maintenance("M1", from: "2026-01-01", through: "2026-12-31")], cases: [supportCase])
    sample.settings.freightRecharge = .ownSupply
    let document = try sample.bill(october).documents[0]
    #expect(document.type == .statement)
    #expect((document.net, document.tax, document.outOfScope, document.total) == (0, 0, -1_320, -1_320))
  }

  @Test("with prices that include the tax, lines of two rates that cancel out are no refund")
  func cancellingRates() throws {
    var sample = BillingSample(contracts: [
      support("T1", from: "2019-09-30", through: "2020-09-29", fee: 60_000)
    ])
    sample.company.priceBasis = .included
    let posted = try sample.bill(month("2019-09")).posted()
    sample.contracts = [support("T1", from: "2019-10-02", through: "2020-10-01", fee: 60_000)]
    let document = try sample.bill(month("2019-10"), opening: month("2019-09"), posted: posted).documents[0]
    #expect((document.net, document.tax, document.total) == (-1_010, 1_010, 0))
    #expect(document.type == .invoice)
  }

  @Test("the addressee is that of the lowest contract; different names are a warning")
  func addressee() throws {
    let sample = BillingSample(contracts: [
      support("T2", from: "2026-10-05", through: "2027-10-04", billingName: "経理部"),
      support("T1", from: "2026-10-06", through: "2027-10-05", billingName: "総務部"),
    ])
    let billing = try sample.bill(october)
    #expect(billing.documents[0].addressee.name == "総務部")
    #expect(billing.findings.map(\.code) == [.billingNameDiffers])
  }
}
