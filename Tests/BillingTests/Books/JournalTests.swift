import Records
import ServiceTerms
import Testing

@testable import Billing

@Suite("Journal")
struct JournalTests {
  private let october = month("2026-10")

  @Test("a term is invoiced against the contract liability, and earned from it")
  func term() throws {
    let sample = BillingSample(contracts: [support("T1", from: "2026-10-01", through: "2027-09-30")])
    let journal = try sample.bill(october).journal
    #expect(journal.count == 2)
    #expect(accounts(journal[0].debits) == [.receivable: 66_000])
    #expect(accounts(journal[0].credits) == [.contractLiability: 60_000, .outputTax: 6_000])
    #expect(accounts(journal[1].debits) == [.contractLiability: 5_095])
    #expect(accounts(journal[1].credits) == [.ticketSales: 5_095])
  }

  @Test("SB-6: a claim clears the advance; a credit is freight expense with its input tax")
  func freight() throws {
    var credited = returnedByCollect("K2", contract: "M2", shipped: "2026-10-09", freight: nil)
    credited.failedPart = Shipment()
    credited.replacement = Shipment(shippedAt: at("2026-10-12"), terms: .collect, freight: 1_100)
    let sample = BillingSample(
      contracts: [
        maintenance("M1", customer: "C1", from: "2026-01-01", through: "2026-12-31"),
        maintenance("M2", customer: "C2", from: "2026-01-01", through: "2026-12-31"),
      ],
      cases: [returnedByCollect("K1", contract: "M1", shipped: "2026-10-08", freight: 1_320), credited])
    let journal = try sample.bill(october).journal
    #expect(accounts(journal[0].debits) == [.receivable: 1_320])
    #expect(accounts(journal[0].credits) == [.advancesPaid: 1_320])
    #expect(accounts(journal[1].debits) == [.freightExpense: 1_000, .inputTax: 100])
    #expect(accounts(journal[1].credits) == [.receivable: 1_100])
  }

  @Test("what the one rounding of a document differs from its charges is a line of its own")
  func roundingDifference() throws {
    var sample = BillingSample(
      contracts: (1...3).map {
        support(Identifier("T\($0)"), from: "2026-10-01", through: "2027-09-30", fee: 1_009)
      })
    sample.company.priceBasis = .included
    let billing = try sample.bill(october)
    // Each fee alone has 91 yen of tax in it; together they have 275.
    #expect(accounts(billing.journal[0].credits) == [.contractLiability: 2_754, .outputTax: 275])
    #expect(accounts(billing.journal[0].debits) == [.receivable: 3_027, .roundingDifference: 2])
  }

  @Test("every entry balances and every control total holds, whatever the months bring", arguments: 0..<40)
  func balances(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let sample = RandomMonth.sample(&random)
    let first = try sample.bill(october)
    var changed = sample
    RandomMonth.change(&changed, &random)
    let second = try changed.bill(october.next, opening: october, posted: first.posted())
    for billing in [first, second] {
      for entry in billing.journal { #expect(try entry.debitTotal() == entry.creditTotal()) }
      for control in billing.controls { #expect(control.holds, "\(control)") }
      for slip in try billing.journal.map(JournalSlip.init) {
        let debits = try slip.debits.map(\.amount).sum()
        let credits = try slip.credits.map(\.amount).sum()
        #expect(debits == credits)
      }
    }
    // Nothing is left to bill.
    let third = try changed.bill(
      october.next.next, opening: october, posted: second.posted(after: first.posted()))
    #expect(third.lines.filter { $0.eventOn <= october.next.lastDay }.isEmpty)
  }

  private func accounts(_ postings: [JournalEntry.Posting]) -> [AccountRole: Yen] {
    Dictionary(uniqueKeysWithValues: postings.map { ($0.account, $0.amount) })
  }
}

/// A month with a little of everything, and what people change of it afterwards.
enum RandomMonth {
  static func sample(_ random: inout SplitMix) -> BillingSample {
    var sample = BillingSample()
    sample.company.priceBasis = Bool.random(using: &random) ? .excluded : .included
    sample.company.taxRounding = Company.Rounding.allCases.randomElement(using: &random) ?? .floor
    sample.settings.cancellation = Bool.random(using: &random) ? .byDay : .noRefund
    sample.settings.freightRecharge = Bool.random(using: &random) ? .ownSupply : .advance
    sample.settings.chargeUnreturnedAfterDays = Bool.random(using: &random) ? 10 : nil
    for number in 0..<12 {
      let customer = Identifier("C\(number % 5)")
      let start = day("2026-09-15") + Int.random(in: 0...70, using: &random)
      let fee: Yen? = Bool.random(using: &random) ? nil : Yen(Int.random(in: 1...99_999, using: &random))
      sample.contracts.append(
        number.isMultiple(of: 2)
          ? support(
            Identifier("T\(number)"), customer: customer, from: "\(start)",
            through: "\(start.adding(years: 1).previous)", fee: fee, packs: 1 + number % 3,
            autoTopUp: Bool.random(using: &random))
          : maintenance(
            Identifier("M\(number)"), customer: customer, from: "\(start.adding(years: -1))",
            through: "\(start.previous)", fee: fee ?? 77_777, autoRenew: true))
    }
    for number in 0..<10 {
      let shipped = day("2026-09-25") + Int.random(in: 0...40, using: &random)
      var supportCase = returnedByCollect(
        Identifier("K\(number)"), contract: Identifier("M\(2 * (number % 6) + 1)"), shipped: "\(shipped)",
        freight: Yen(Int.random(in: 0...3_000, using: &random)),
        terms: Bool.random(using: &random) ? .collect : .prepaid)
      supportCase.replacement = Shipment(
        shippedAt: (shipped + 2).start, terms: Bool.random(using: &random) ? .collect : .prepaid,
        freight: Yen(Int.random(in: 0...3_000, using: &random)))
      supportCase.partPrice = Yen(Int.random(in: 0...30_000, using: &random))
      sample.cases.append(supportCase)
    }
    for number in 0..<20 {
      sample.inquiries.append(
        inquiry(
          Identifier("U\(number)"), customer: Identifier("C\(number % 5)"),
          on: "\(day("2026-10-01") + Int.random(in: 0...60, using: &random))",
          tickets: Int.random(in: 0...4, using: &random)))
    }
    return sample
  }

  static func change(_ sample: inout BillingSample, _ random: inout SplitMix) {
    for index in sample.contracts.indices where Int.random(in: 0..<3, using: &random) == 0 {
      sample.contracts[index].annualFee = Yen(Int.random(in: 1...99_999, using: &random))
      if Bool.random(using: &random) {
        sample.contracts[index].cancelledOn = sample.contracts[index].startsOn + 40
      }
    }
    for index in sample.cases.indices where Int.random(in: 0..<3, using: &random) == 0 {
      sample.cases[index].failedPart.freight = Yen(Int.random(in: 0...3_000, using: &random))
      if Bool.random(using: &random) { sample.cases[index].failedPart.terms = .prepaid }
    }
  }
}
