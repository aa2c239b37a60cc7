import Billing
import GRDB
public import Records
public import ServiceTerms

/// What a month sees of the closed months before it (繰越の読み出し).
extension Ledger {
  /// - Parameter cases: the ids of the month's cases; verdicts on others are not read.
  public func closedMonths(
    before month: BillingMonth, cases: some Sequence<Identifier>
  ) throws -> ClosedMonths {
    try reading { database in
      guard let closed = try Self.closedRange(database) else { return ClosedMonths(opening: month) }
      guard closed.lowerBound < month else { return ClosedMonths(opening: closed.lowerBound) }
      return ClosedMonths(
        opening: closed.lowerBound, last: min(closed.upperBound, month.previous),
        verdicts: try Self.verdicts(of: cases, before: month, database),
        inquiries: try InquiryReader(database, before: month).read(),
        packs: try Self.packs(before: month, database))
    }
  }

  private static func verdicts(
    of cases: some Sequence<Identifier>, before month: BillingMonth, _ database: Database
  ) throws -> [Identifier: CountedVerdict] {
    let statement = try RawStatement(
      database, "SELECT month, verdict, reason FROM verdicts WHERE case_id = ? AND month < ?")
    statement.bind(month.ledgerCode, at: 2)
    var verdicts: [Identifier: CountedVerdict] = [:]
    for id in cases {
      verdicts[id] = try statement.lookUp(id.text) { row in
        guard let month = BillingMonth(ledgerCode: row.integer(0)),
          let verdict = Verdict(rawValue: row.text(1))
        else { throw LedgerFault.damaged(table: "verdicts", key: id.text) }
        return CountedVerdict(month: month, verdict: verdict, reason: row.optionalText(2))
      }
    }
    return verdicts
  }

  /// The latest state of each pack, but for those that were withdrawn.
  private static func packs(before month: BillingMonth, _ database: Database) throws -> [TicketPack] {
    let statement = try RawStatement(
      database,
      """
      SELECT contract_id, starts_on, customer_id, ends_on, last_day, granted, price, auto_top_up, origin,
        is_withdrawn, max(month)
      FROM packs WHERE month < ? GROUP BY contract_id, starts_on ORDER BY contract_id, starts_on
      """)
    statement.bind(month.ledgerCode, at: 1)
    var packs: [TicketPack] = []
    while try statement.step() {
      guard statement.integer(9) == 0 else { continue }
      guard let startsOn = Day(ledgerText: statement.text(1)),
        let endsOn = Day(ledgerText: statement.text(3)),
        let lastDay = Day(ledgerText: statement.text(4))
      else { throw LedgerFault.damaged(table: "packs", key: statement.text(0)) }
      guard let origin = TicketPack.Origin(rawValue: statement.text(8)) else {
        throw LedgerFault.damaged(table: "packs", key: statement.text(0))
      }
      packs.append(
        TicketPack(
          contract: Identifier(statement.text(0)), customer: Identifier(statement.text(2)),
          startsOn: startsOn, endsOn: endsOn, lastDay: lastDay, granted: statement.integer(5),
          price: statement.isNull(6) ? nil : Yen(statement.integer(6)),
          autoTopUp: statement.integer(7) == 1, origin: origin))
    }
    return packs
  }

  static func digests(of month: BillingMonth, _ database: Database) throws -> [InputDigest] {
    try Row.fetchAll(
      database, sql: "SELECT name, sha256 FROM inputs WHERE month = ? ORDER BY name",
      arguments: [month.ledgerCode]
    )
    .map { InputDigest(name: try $0.value("name"), sha256: try $0.value("sha256")) }
  }
}
