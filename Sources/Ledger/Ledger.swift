import Billing
import GRDB
public import Records

/// The books of the closed months (台帳): one SQLite file that only `close` writes, and never changes.
///
/// The journal of SQLite is a rollback journal: there is one writer, a close is one transaction, and between closes the
/// ledger is exactly one file. After a crash the next opening rolls an unfinished close back by itself.
public struct Ledger: Sendable {
  public let path: String
  let queue: DatabaseQueue

  /// Opens a ledger that exists.
  ///
  /// - Throws: `LedgerFault.missing` where there is none, `.unreadable` where the file is something else.
  public init(opening path: String) throws {
    guard FileProbe.exists(path) else { throw LedgerFault.missing(path: path) }
    try self.init(path: path)
    let isCurrent = try reading { try LedgerSchema.migrator.hasCompletedMigrations($0) }
    guard isCurrent else { throw LedgerFault.missing(path: path) }
  }

  /// Opens a ledger for a close, and makes an empty one where there is none.
  public init(creating path: String) throws {
    try self.init(path: path)
    try translating { try LedgerSchema.migrator.migrate(queue) }
  }

  private init(path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let isNewer = try queue.read { try LedgerSchema.migrator.hasBeenSuperseded($0) }
      if isNewer {
        throw LedgerFault.unreadable(
          path: path, reason: Message(ja: "新しい版のプログラムが書いたものです", en: "written by a newer version"))
      }
    } catch let error as DatabaseError {
      throw error.fault(of: path) ?? .unreadable(path: path, reason: error.reason)
    } catch is RowDecodingError {
      throw LedgerFault.ofAnotherKind(path: path)
    }
  }

  /// The closed months; nil before the first close.
  public func closedRange() throws -> ClosedRange<BillingMonth>? {
    try reading(Self.closedRange)
  }

  static func closedRange(_ database: Database) throws -> ClosedRange<BillingMonth>? {
    let row = try Row.fetchOne(database, sql: "SELECT min(month) AS first, max(month) AS last FROM closes")
    guard let row, let first: Int = try row.value("first"), let last: Int = try row.value("last"),
      let from = BillingMonth(ledgerCode: first), let through = BillingMonth(ledgerCode: last)
    else { return nil }
    return from...through
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try translating { try queue.read(body) }
  }

  func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try translating { try queue.write(body) }
  }

  /// Runs `body`, and says of what goes wrong with the file what the user can do about it.
  func translating<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError {
      throw error.fault(of: path) ?? error
    } catch is RowDecodingError {
      throw LedgerFault.ofAnotherKind(path: path)
    }
  }
}

extension LedgerFault {
  /// A row holds what its column cannot have, such as nothing: bytes of the file were changed.
  static func ofAnotherKind(path: String) -> LedgerFault {
    .unreadable(
      path: path,
      reason: Message(
        ja: "書いたときと違う行があります。shimebi verify で詳しく調べられます",
        en: "a row is not as it was written; shimebi verify says more"))
  }
}

extension Row {
  /// A value of the type that its column was made with; a damaged file may hold another, which throws.
  func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    try decode(Value.self, forColumn: column)
  }
}

extension DatabaseError {
  fileprivate var reason: Message {
    let words = message ?? resultCode.description
    return switch resultCode {
    case .SQLITE_FULL: Message(ja: "ディスクに空きがありません", en: words)
    case .SQLITE_READONLY, .SQLITE_PERM: Message(ja: "書き込みが許可されていません", en: words)
    case .SQLITE_IOERR: Message(ja: "ディスクの読み書きに失敗しました", en: words)
    case .SQLITE_NOTADB: Message(ja: "データベースではありません", en: words)
    case .SQLITE_CORRUPT: Message(ja: "ファイルが壊れています", en: words)
    case .SQLITE_CANTOPEN: Message(ja: "開けません", en: words)
    default: Message(words)
    }
  }

  /// What the user can do something about; nil for a mistake of the program.
  fileprivate func fault(of path: String) -> LedgerFault? {
    switch resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_CANTOPEN: .unreadable(path: path, reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
    case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM:
      .cannotWrite(path: path, reason: reason)
    default: nil
    }
  }
}
