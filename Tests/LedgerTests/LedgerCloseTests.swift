import Billing
import GRDB
import Records
import ServiceTerms
import Testing

@testable import Ledger

@Suite("Closing months")
struct LedgerCloseTests {
  private let october = month("2026-10")
  private let november = month("2026-11")

  @Test("a closed month is read back by the next one, and nothing is billed again")
  func readBack() throws {
    let books = try Books()
    #expect(try books.close(october, SampleExports.month("2026-10")) == .next)
    let draft = try books.run(november, SampleExports.month("2026-11"))
    #expect(draft.closed.opening == october)
    #expect(draft.closed.last == october)
    #expect(
      draft.closed.verdicts["K2"]
        == CountedVerdict(month: october, verdict: .excluded, reason: "unknown_contract"))
    #expect(draft.closed.inquiries.map(\.facts.id) == ["U1", "U2", "U3"])
    #expect(draft.closed.inquiries[1].shares.map(\.contract) == ["T1", "OVR-U2"])
    #expect(draft.closed.inquiries[2].state == .unfunded)
    #expect(draft.closed.packs.map(\.contract) == ["OVR-U2", "T1"])
    #expect(
      draft.input.posted.charges.map(\.key) == [
        "freight:K1:failed_part", "term:M1:2026-10-11", "term:OVR-U2:2026-10-06", "term:T1:2026-10-01",
      ])
    #expect(draft.billing.lines.isEmpty)
  }

  @Test("closing twice with the same inputs changes nothing")
  func twice() throws {
    let books = try Books()
    try books.close(october, SampleExports.month("2026-10"))
    let before = try books.rows("SELECT * FROM postings")
    #expect(try books.close(october, SampleExports.month("2026-10")) == .alreadyClosed)
    #expect(try books.rows("SELECT * FROM postings") == before)
    #expect(try books.rows("SELECT count(*) FROM closes") == ["1"])
  }

  @Test("where the outputs could not be written nothing is posted, and the same close succeeds later")
  func outputsFail() throws {
    struct DiskIsFull: Error {}
    let books = try Books()
    #expect(throws: DiskIsFull.self) {
      try books.close(october, SampleExports.month("2026-10")) { throw DiskIsFull() }
    }
    for table in ["closes", "postings", "inquiries", "documents"] {
      #expect(try books.rows("SELECT count(*) FROM \(table)") == ["0"])
    }
    #expect(try books.close(october, SampleExports.month("2026-10")) == .next)
  }

  @Test("a closed month with other inputs posts nothing and names what changed")
  func otherInputs() throws {
    let books = try Books()
    try books.close(october, SampleExports.month("2026-10"))
    var exports = SampleExports.month("2026-10")
    exports.contracts.rows[0].annualFee = 1
    #expect(throws: LedgerFault.inputsDiffer(["exports"])) { try books.close(october, exports) }
    #expect(try books.rows("SELECT count(*) FROM closes") == ["1"])
  }

  @Test("months are closed one after the other, and books open with the month that was said")
  func order() throws {
    let books = try Books()
    #expect(throws: LedgerFault.notNext(expected: october)) {
      try books.close(november, SampleExports.month("2026-11"))
    }
    try books.close(october, SampleExports.month("2026-10"))
    #expect(throws: LedgerFault.notNext(expected: november)) {
      try books.close(november.next, SampleExports.month("2026-12"))
    }
    let ledger = try Ledger(opening: books.path)
    #expect(throws: LedgerFault.opensWith(october)) {
      try ledger.standing(of: november, digests: [], openFrom: november)
    }
    #expect(try ledger.standing(of: november, digests: [], openFrom: nil) == .next)
  }

  @Test("a ledger that is not there is never begun by mistake")
  func missing() throws {
    let books = try Books()
    #expect(throws: LedgerFault.missing(path: books.path)) { try Ledger(opening: books.path) }
    let empty = try Ledger(creating: books.path)
    #expect(throws: LedgerFault.missing(path: books.path)) {
      try empty.standing(of: october, digests: [], openFrom: nil)
    }
  }

  @Test("a ledger that cannot be written is said so and posts nothing; afterwards the same close succeeds")
  func cannotWrite() throws {
    let books = try Books()
    let exports = SampleExports.month("2026-10")
    let ledger = try Ledger(creating: books.path)
    try ledger.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
    let draft = try books.run(october, exports)
    let post = MonthToPost(
      input: draft.input, billing: draft.billing, figures: try KeyFigures(draft.input, draft.billing),
      closed: draft.closed, digests: [Books.digest(of: exports)], version: "test")
    let reason = Message(ja: "書き込みが許可されていません", en: "attempt to write a readonly database")
    #expect(throws: LedgerFault.cannotWrite(path: books.path, reason: reason)) {
      try ledger.close(post, openFrom: october)
    }
    #expect(try books.close(october, exports) == .next)
  }

  @Test("a ledger that another program keeps busy is not taken for a damaged one")
  func busy() throws {
    let books = try Books()
    try books.close(october, SampleExports.month("2026-10"))
    let other = try DatabaseQueue(path: books.path)
    try other.inTransaction(.exclusive) { _ in
      #expect(throws: LedgerFault.busy(path: books.path)) { try Ledger(opening: books.path) }
      return .rollback
    }
    _ = try Ledger(opening: books.path)
  }

  @Test("running and closing in any order gives the same postings", arguments: 0..<6)
  func anyOrder(seed: Int) throws {
    let calm = try Books()
    let busy = try Books()
    for (offset, text) in ["2026-10", "2026-11", "2026-12"].enumerated() {
      let exports = SampleExports.month(text)
      try calm.close(month(text), exports)
      for step in 0...(seed + offset) % 3 {
        _ = try busy.run(month(text) + step, exports)
        if step > 0 { try busy.close(month(text), exports) }
      }
      try busy.close(month(text), exports)
    }
    for table in LedgerTable.all + [LedgerTable(name: "closes", columns: [], keyCount: 0)] {
      #expect(try calm.rows("SELECT * FROM \(table.name)") == busy.rows("SELECT * FROM \(table.name)"))
    }
  }

  @Test("the sum of a charge's postings is its last desired amount; numbers have no gaps")
  func sums() throws {
    let books = try Books()
    for (offset, text) in ["2026-10", "2026-11", "2026-12"].enumerated() {
      var exports = SampleExports.month(text)
      exports.contracts.rows[1].annualFee = Yen(98_000 - 1_000 * offset)
      exports.cases.rows[0].failedPart.freight = Yen(1_320 + 110 * offset)
      try books.close(month(text), exports)
    }
    #expect(
      try books.rows(
        """
        SELECT charge_key, sum(amount) - (SELECT desired FROM postings l WHERE l.charge_key = p.charge_key
          ORDER BY month DESC LIMIT 1) AS off FROM postings p GROUP BY charge_key HAVING off <> 0
        """
      ).isEmpty)
    #expect(
      try books.rows("SELECT month FROM documents GROUP BY month HAVING max(sequence) <> count(*)").isEmpty)
    #expect(try books.rows("SELECT count(*) FROM postings WHERE class = 'correction'") == ["4"])
  }

  @Test("an unfunded inquiry is drawn once a pack for its day appears, and posted once")
  func unfundedLater() throws {
    let books = try Books()
    try books.close(october, SampleExports.month("2026-10"))
    var exports = SampleExports.month("2026-11")
    let pack = Contract(
      id: "T2", customer: "C2", customerName: "株式会社二", service: .technicalSupport,
      startsOn: day("2026-10-01"), endsOn: day("2027-09-30"))
    exports.contracts = Export(rows: exports.contracts.rows + [pack])
    exports.inquiries.rows.removeAll { $0.id == "U3" }
    try books.close(november, exports)
    #expect(
      try books.rows("SELECT month, state FROM inquiries WHERE usage_id = 'U3' ORDER BY month") == [
        "202610|unfunded", "202611|drawn",
      ])
    try books.close(november.next, exports)
    #expect(try books.rows("SELECT count(*) FROM inquiries WHERE usage_id = 'U3'") == ["2"])
  }

  @Test("a changed inquiry gives its draw back; its top-up pack is credited and exists no more")
  func changedInquiry() throws {
    let books = try Books()
    try books.close(october, SampleExports.month("2026-10"))
    var exports = SampleExports.month("2026-11")
    exports.inquiries.rows[1].tickets = 1
    exports.inquiries.rows.removeAll { $0.id == "U4" }
    let draft = try books.run(november, exports)
    #expect(draft.billing.lines.map(\.key) == ["term:OVR-U2:2026-10-06"])
    #expect(draft.billing.lines.map(\.amount) == [-60_000])
    try books.close(november, exports)
    let later = try books.run(november.next, exports)
    #expect(later.closed.packs.map(\.contract) == ["T1"])
    #expect(later.billing.lines.isEmpty)
  }

  @Test("the months before are the history, the oldest first")
  func history() throws {
    let books = try Books()
    for text in ["2026-10", "2026-11"] { try books.close(month(text), SampleExports.month(text)) }
    let history = try Ledger(opening: books.path).history(before: month("2026-12"))
    #expect(history.map(\.month) == [october, november])
    #expect(history[0][.documents] == 2)
    #expect(history[0][.met, .advanceSendback] == 1)
    #expect(history[0].monthFigures.all.excluded == 1)
    #expect(try Ledger(opening: books.path).status().months.map(\.documents) == [2, 0])
  }
}
