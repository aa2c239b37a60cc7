import GRDB

/// Whether the tables and triggers of a ledger are those that its migrations made.
enum SchemaGuard {
  static func differences(_ database: Database) throws -> [LedgerVerification.Difference] {
    let expected = try DatabaseQueue().write { fresh in
      try fresh.execute(sql: LedgerSchema.wholeSQL)
      return try schema(fresh)
    }
    let found = try schema(database)
    return Set(expected.keys).union(found.keys).sorted()
      .filter { expected[$0] != found[$0] }
      .map { .init(kind: .unguarded, table: "sqlite_schema", key: $0, month: nil) }
  }

  private static func schema(_ database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%'")
    return Dictionary(
      try rows.map { (try $0.value("name"), try $0.value("sql")) }, uniquingKeysWith: { first, _ in first })
  }
}
