import Billing
import GRDB
public import Records

/// The ledger at a glance (台帳の状況).
public struct LedgerStatus: Equatable, Sendable {
  public var months: [ClosedMonth]

  public struct ClosedMonth: Equatable, Sendable {
    public var month: BillingMonth
    public var documents: Int
    public var invoiced: Yen
    /// Not yet earned at its end, without tax.
    public var deferred: Yen
    /// Unused tickets at its end, on the price basis.
    public var ticketsUnused: Yen
    public var rows: Int
    /// Hexadecimal.
    public var hash: String
  }
}

extension Ledger {
  /// From the figures alone, so that a ledger of years answers at once.
  public func status() throws -> LedgerStatus {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT c.month, c.row_count, lower(hex(c.hash)) AS hash,
            (SELECT value FROM figures f WHERE f.month = c.month AND figure = 'documents') AS documents,
            (SELECT value FROM figures f WHERE f.month = c.month AND figure = 'invoiced_total') AS invoiced,
            (SELECT value FROM figures f WHERE f.month = c.month AND figure = 'deferred') AS deferred,
            (SELECT value FROM figures f WHERE f.month = c.month AND figure = 'tickets_unused') AS unused
          FROM closes c ORDER BY c.month
          """)
      return LedgerStatus(
        months: try rows.compactMap { row in
          try BillingMonth(ledgerCode: try row.value("month")).map { month in
            LedgerStatus.ClosedMonth(
              month: month, documents: try row.value("documents") ?? 0,
              invoiced: Yen(try row.value("invoiced") ?? 0), deferred: Yen(try row.value("deferred") ?? 0),
              ticketsUnused: Yen(try row.value("unused") ?? 0), rows: try row.value("row_count"),
              hash: try row.value("hash"))
          }
        })
    }
  }
}
