import Crypto
import GRDB
import Records

extension Ledger {
  /// Recomputes every seal and the chain of all closes.
  public func verify() throws -> LedgerVerification {
    do {
      return try queue.read { try ChainVerifier($0).verify() }
    } catch let error as DatabaseError {
      return .unreadable(error.message ?? "")
    } catch is RowDecodingError {
      return .unreadable("the schema is not as it was written")
    }
  }
}

extension LedgerVerification {
  fileprivate static func unreadable(_ reason: String) -> LedgerVerification {
    LedgerVerification(
      firstDifference: .init(kind: .unreadable, table: "", key: reason, month: nil), closes: 0, rows: 0,
      lastHash: "")
  }
}

/// Reads the whole ledger once, table by table, and hashes each row into the close that it belongs to.
struct ChainVerifier {
  private let database: Database
  private var closes: [Close] = []
  private var indexByMonth: [Int: Int] = [:]
  private var differences: [LedgerVerification.Difference] = []
  private var rowCount = 0

  private struct Close {
    var month: Int
    var version: String
    var rowCount: Int
    var previous: [UInt8]
    var hash: [UInt8]
    var sealHolds: Bool
    var running: SHA256
    var counted = 0
  }

  init(_ database: Database) { self.database = database }

  consuming func verify() throws -> LedgerVerification {
    let unguarded = try SchemaGuard.differences(database)
    do {
      try readCloses()
      for table in LedgerTable.all { try read(table) }
      checkChain()
    } catch let error as DatabaseError {
      // A table that is not as it was made says more than that it cannot be read.
      if unguarded.isEmpty { throw error }
    }
    // A row that was changed behind a removed trigger is the news; the trigger comes after it.
    differences += unguarded
    if differences.isEmpty { try checkStructure() }
    return LedgerVerification(
      firstDifference: differences.first, closes: closes.count, rows: rowCount,
      lastHash: (closes.last?.hash ?? []).map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }.joined())
  }

  private mutating func readCloses() throws {
    let statement = try RawStatement(
      database, "SELECT month, version, row_count, previous_hash, hash, seal FROM closes ORDER BY month")
    var image = RowImage()
    while try statement.step() {
      image.begin("closes")
      for column in 0..<5 { statement.copy(column, to: &image) }
      var running = SHA256()
      let previous = Array(statement.bytes(3))
      running.update(data: previous)
      let month = statement.integer(0)
      indexByMonth[month] = closes.count
      closes.append(
        Close(
          month: month, version: statement.text(1), rowCount: statement.integer(2), previous: previous,
          hash: Array(statement.bytes(4)), sealHolds: image.seal == statement.integer(5), running: running))
      if image.seal != statement.integer(5) { note(.changed, "closes", "\(month)", month) }
    }
  }

  private mutating func read(_ table: LedgerTable) throws {
    let statement = try RawStatement(database, table.scanSQL)
    var image = RowImage()
    while try statement.step() {
      image.begin(table.name)
      for column in table.columns.indices { statement.copy(column, to: &image) }
      rowCount += 1
      let month = statement.integer(table.monthColumn)
      let isIntact = image.seal == statement.integer(table.columns.count)
      guard let index = indexByMonth[month], isIntact else {
        let key = (0..<table.keyCount).map(statement.text).joined(separator: " / ")
        note(isIntact ? .notClosed : .changed, table.name, key, month)
        continue
      }
      closes[index].counted += 1
      image.bytes.withUnsafeBytes { closes[index].running.update(bufferPointer: $0) }
    }
  }

  private mutating func checkChain() {
    var previous = [UInt8](repeating: 0, count: 32)
    for close in closes {
      var image = RowImage()
      image.beginClose(
        close.month, version: close.version, rowCount: close.rowCount, previous: close.previous)
      var running = close.running
      image.bytes.withUnsafeBytes { running.update(bufferPointer: $0) }
      let isWhole = close.counted == close.rowCount && Array(running.finalize()) == close.hash
      if close.previous != previous || !isWhole {
        note(.chainBroken, "closes", "\(close.month)", close.month)
      }
      previous = close.hash
    }
  }

  /// What no row shows: pages and indexes, and rows that point nowhere.
  private mutating func checkStructure() throws {
    let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
    if let problem = problems.first, problem != "ok" { note(.unreadable, "", problem, 0) }
    if let row = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") {
      note(.chainBroken, try row.value("table") ?? "", try row.value("parent") ?? "", 0)
    }
  }

  private mutating func note(
    _ kind: LedgerVerification.Difference.Kind, _ table: String, _ key: String, _ month: Int
  ) {
    differences.append(
      .init(kind: kind, table: table, key: key, month: BillingMonth(ledgerCode: month)))
  }
}
