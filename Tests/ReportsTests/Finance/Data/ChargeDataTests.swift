import Billing
import Records
import Testing

@testable import Reports

@Suite("The data files of the billing")
struct ChargeDataTests {
  private func billing(numbered: Bool) throws -> MonthBilling {
    var sample = SampleBilling(isNumbered: numbered)
    sample.month.contracts = [
      try .pack("K-2", "C-2", fee: 60_000), try .renewed("K-1", "C-1"),
      try .renewed("K-3", "C-3", fee: 90_000),
    ]
    sample.month.cases = [try .collected("S-1", "K-1")]
    sample.posted = [try .term("K-3", "C-3", amount: 100_000)]
    return try sample.report().billing
  }

  @Test("charges.csv has a line per key, with what should be, what was posted and the document")
  func charges() throws {
    #expect(
      text(try billing(numbered: true).chargesData.render()) == """
        key,customer_id,kind,event_on,class,desired,posted,amount,tax_rate,document
        freight:S-1:failed_part,C-1,freight_claim,2026-10-14,normal,1650,0,1650,,202610-0001
        term:K-1:2026-10-01,C-1,renewal,2026-10-01,normal,120000,0,120000,10,202610-0001
        term:K-2:2026-10-01,C-2,ticket_pack,2026-10-01,normal,60000,0,60000,10,202610-0002
        term:K-3:2026-10-01,C-3,renewal,2026-10-01,correction,90000,100000,-10000,10,202610-0003

        """)
  }

  @Test("documents.csv has the sums of every document; a draft has no numbers")
  func documents() throws {
    #expect(
      text(try billing(numbered: false).documentsData.render()) == """
        document,customer_id,type,issued_on,due_on,net,tax,out_of_scope,total
        ,C-1,invoice,2026-10-31,2026-11-30,120000,12000,1650,133650
        ,C-2,invoice,2026-10-31,2026-11-30,60000,6000,0,66000
        ,C-3,credit_note,2026-10-31,2026-11-30,-10000,-1000,0,-11000

        """)
  }

  @Test("From the ten-thousandth document on, documents.csv still stands in byte order of the numbers")
  func manyDocuments() throws {
    var billing = try billing(numbered: true)
    billing.documents[2].number = DocumentNumber(month: billing.month, sequence: 10_000)
    let lines = text(billing.documentsData.render()).split(separator: "\n")
    #expect(lines.dropFirst().map { $0.prefix(12) } == ["202610-0001,", "202610-0002,", "202610-10000"])
    billing.documents[1].number = DocumentNumber(month: billing.month, sequence: 1_001)
    let next = text(billing.documentsData.render()).split(separator: "\n")
    #expect(next.dropFirst().map { $0.prefix(12) } == ["202610-0001,", "202610-10000", "202610-1001,"])
  }

  @Test("deferred.csv splits each term into what was, is and will be earned")
  func deferred() throws {
    #expect(
      text(try billing(numbered: true).deferredData.render()) == """
        key,customer_id,starts_on,ends_on,net,recognised_before,recognised,deferred
        term:K-1:2026-10-01,C-1,2026-10-01,2027-09-30,120000,0,10191,109809
        term:K-2:2026-10-01,C-2,2026-10-01,2027-09-30,60000,0,5095,54905
        term:K-3:2026-10-01,C-3,2026-10-01,2027-09-30,90000,0,7643,82357

        """)
  }
}
