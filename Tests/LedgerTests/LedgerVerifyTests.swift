import Billing
import Foundation
import Records
import Testing

@testable import Ledger

@Suite("Verifying the ledger")
struct LedgerVerifyTests {
  private func closedBooks() throws -> Books {
    let books = try Books()
    for text in ["2026-10", "2026-11"] { try books.close(month(text), SampleExports.month(text)) }
    return books
  }

  @Test("an untouched ledger is intact")
  func intact() throws {
    let books = try closedBooks()
    let verification = try Ledger(opening: books.path).verify()
    #expect(verification.isIntact)
    #expect(verification.closes == 2)
    #expect(verification.lastHash.utf8.count == 64)
  }

  @Test(
    "an UPDATE, a DELETE and an INSERT into a closed month are refused",
    arguments: LedgerTable.all.map(\.name) + ["closes"])
  func refused(table: String) throws {
    let books = try closedBooks()
    #expect(throws: (any Error).self) { try books.shell("UPDATE \(table) SET seal = 0") }
    #expect(throws: (any Error).self) { try books.shell("DELETE FROM \(table)") }
    #expect(throws: (any Error).self) {
      try books.shell("INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)")
    }
    #expect(try Ledger(opening: books.path).verify().isIntact)
  }

  @Test("a changed value of any column of any table is named with its row", arguments: LedgerTable.all)
  func tampered(table: LedgerTable) throws {
    let untouched = try closedBooks()
    for column in table.columns + ["seal"] {
      let books = try Books(copying: untouched)
      let key = table.key.joined(separator: " || ' / ' || ")
      let victim = try books.rows("SELECT \(key) FROM \(table.name) WHERE \(column) IS NOT NULL LIMIT 1")
      guard let victim = victim.first else { continue }
      try books.withoutGuards { shell in
        try shell(
          """
          PRAGMA ignore_check_constraints = 1;
          UPDATE \(table.name) SET \(column) = CASE typeof(\(column)) WHEN 'integer' THEN \(column) + 40
            ELSE substr(\(column), 1, length(\(column)) - 1) || char(unicode(substr(\(column), -1)) + 40) END
          WHERE \(key) = '\(victim)'
          """)
      }
      let difference = try Ledger(opening: books.path).verify().firstDifference
      #expect(difference?.table == table.name, "\(column)")
      #expect(difference?.kind == .changed, "\(column)")
      if !table.key.contains(column) { #expect(difference?.key == victim) }
    }
  }

  @Test(
    "a changed close is named",
    arguments: [
      "version = 'x'", "row_count = row_count + 1", "hash = zeroblob(32)", "previous_hash = zeroblob(32)",
      "seal = 1",
    ])
  func tamperedClose(change: String) throws {
    let books = try closedBooks()
    try books.withoutGuards { shell in try shell("UPDATE closes SET \(change) WHERE month = 202611") }
    let difference = try Ledger(opening: books.path).verify().firstDifference
    #expect(difference?.table == "closes")
    #expect(difference?.key == "202611")
  }

  @Test("a row that is gone, or was changed together with its seal, breaks the chain of its month")
  func chain() throws {
    let gone = try closedBooks()
    try gone.withoutGuards { shell in try shell("DELETE FROM verdicts WHERE case_id = 'K2'") }
    let difference = try Ledger(opening: gone.path).verify().firstDifference
    #expect(difference?.kind == .chainBroken)
    #expect(difference?.month == month("2026-10"))
  }

  @Test("a dropped trigger is noticed")
  func droppedTrigger() throws {
    let books = try closedBooks()
    try books.shell("DROP TRIGGER postings_no_update")
    let difference = try Ledger(opening: books.path).verify().firstDifference
    #expect(difference?.kind == .unguarded)
    #expect(difference?.key == "postings_no_update")
  }

  @Test("a row that was changed behind a dropped trigger is named before the trigger")
  func changedBehindDroppedTrigger() throws {
    let books = try closedBooks()
    try books.shell("DROP TRIGGER verdicts_no_update")
    try books.shell(
      "UPDATE verdicts SET verdict = CASE verdict WHEN 'met' THEN 'missed' ELSE 'met' END WHERE case_id = 'K2'"
    )
    let difference = try Ledger(opening: books.path).verify().firstDifference
    #expect(difference?.kind == .changed)
    #expect(difference?.table == "verdicts")
  }

  @Test("a table that is gone is named")
  func droppedTable() throws {
    let books = try closedBooks()
    try books.shell("DROP TABLE figures")
    let difference = try Ledger(opening: books.path).verify().firstDifference
    #expect(difference?.kind == .unguarded)
    #expect(difference?.key.hasPrefix("figures") == true)
  }
}

@Suite("A ledger of which a byte was changed")
struct DamagedLedgerTests {
  /// Puts nothing in the place of a value: its kind stands in the header of the row, `distance` before a text of the row.
  private func books(withoutTheValueBefore text: String, by distance: Int) throws -> Books {
    let books = try Books()
    try books.close(month("2026-10"), SampleExports.month("2026-10"))
    let file = URL(filePath: books.path)
    var bytes = try Data(contentsOf: file)
    let place = try #require(bytes.range(of: Data(text.utf8)))
    bytes[place.lowerBound - distance] = 0
    try bytes.write(to: file)
    return books
  }

  @Test("status says that it cannot be read")
  func status() throws {
    let books = try books(withoutTheValueBefore: "\u{6}test", by: 3)
    let ledger = try Ledger(opening: books.path)
    #expect(throws: LedgerFault.self) { try ledger.status() }
    #expect(try !ledger.verify().isIntact)
  }

  @Test("it is not opened where what made it is unknown")
  func migrations() throws {
    let books = try books(withoutTheValueBefore: "1 books", by: 1)
    #expect(throws: LedgerFault.self) { try Ledger(opening: books.path) }
  }
}

extension Books {
  /// Changes the file as somebody would who first drops the triggers and afterwards puts them back.
  func withoutGuards(_ body: (_ shell: (String) throws -> Void) throws -> Void) throws {
    let guards = try rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    let definitions = try rows("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
    try shell(guards.map { "DROP TRIGGER \($0);" }.joined())
    try body(shell)
    try shell(definitions.map { "\($0);" }.joined())
  }
}
