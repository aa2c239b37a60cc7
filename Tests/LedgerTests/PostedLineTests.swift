import Billing
import Records
import Testing

@testable import Ledger

@Suite("Postings and documents read back")
struct PostedLineTests {
  @Test("every posting of a charge, with the document that each corrects")
  func postings() throws {
    let books = try Books()
    try books.close(month("2026-10"), SampleExports.month("2026-10"))
    var exports = SampleExports.month("2026-11")
    exports.contracts.rows[1].annualFee = 90_000
    try books.close(month("2026-11"), exports)
    let ledger = try Ledger(opening: books.path)
    let lines = try ledger.postings(keysBeginningWith: "term:M1:")
    #expect(lines.map(\.amount) == [98_000, -8_000])
    #expect(lines.map(\.chargeClass) == [.normal, .correction])
    #expect(lines[1].corrects == lines[0].document)
    #expect(try ledger.postings(keysBeginningWith: "term:M").count == 2)
    #expect(try ledger.postings(keysBeginningWith: "term:X").isEmpty)
    #expect(try ledger.postedCharge("term:M1:2026-10-11")?.postings.count == 2)
  }

  @Test("a document with its lines in their order")
  func document() throws {
    let books = try Books()
    try books.close(month("2026-10"), SampleExports.month("2026-10"))
    let ledger = try Ledger(opening: books.path)
    let number = DocumentNumber(month: month("2026-10"), sequence: 2)
    let document = try require(ledger.document(number))
    #expect(document.customer == "C2")
    #expect(document.lines.map(\.kind) == [.renewal, .freightClaim])
    #expect(
      (document.net, document.tax, document.outOfScope, document.total) == (98_000, 9_800, 1_320, 109_120))
    #expect(try ledger.document(DocumentNumber(month: month("2026-10"), sequence: 3)) == nil)
  }
}
