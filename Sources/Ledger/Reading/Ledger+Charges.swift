public import Billing
import GRDB
public import Records

/// What was posted of charges (計上の読み出し).
extension Ledger {
  /// Every charge with its postings in the months before `month`.
  public func postedCharges(before month: BillingMonth) throws -> PostedCharges {
    PostedCharges(try postings("month < ?", binding: { $0.bind(month.ledgerCode, at: 1) }))
  }

  /// Every posting of one charge, for `explain`; nil where nothing was ever posted of it.
  public func postedCharge(_ key: Identifier) throws -> PostedCharge? {
    try postings("charge_key = ?", lookingUp: key.text).first
  }

  private func postings(
    _ condition: String, lookingUp text: String? = nil, binding: (RawStatement) -> Void = { _ in }
  ) throws -> [PostedCharge] {
    try reading { database in
      let statement = try RawStatement(
        database,
        """
        SELECT charge_key, month, sequence, customer_id, kind, event_on, amount, net, tax_rate, tax_included,
          contract_id, predecessor_id, is_automatic, case_id, inquiry_id, term_starts_on, term_ends_on
        FROM postings WHERE \(condition) ORDER BY charge_key, month
        """)
      binding(statement)
      var charges: [PostedCharge] = []
      func take(_ row: RawStatement) throws {
        repeat { try charges.append(posting: row) } while try row.step()
      }
      if let text {
        _ = try statement.lookUp(text) { row -> Bool? in
          try take(row)
          return true
        }
      } else if try statement.step() {
        try take(statement)
      }
      return charges
    }
  }
}

extension [PostedCharge] {
  /// Adds the row to the charge before it where it has the same key; the latest posting's facts stand.
  fileprivate mutating func append(posting row: RawStatement) throws {
    let key = Identifier(row.text(0))
    guard let month = BillingMonth(ledgerCode: row.integer(1)), let kind = ChargeKind(rawValue: row.text(4)),
      let eventOn = Day(ledgerText: row.text(5))
    else { throw LedgerFault.damaged(table: "postings", key: key.text) }
    var charge = PostedCharge(
      key: key, kind: kind, customer: Identifier(row.text(3)), eventOn: eventOn,
      tax: TaxTreatment(rate: row.isNull(8) ? nil : row.integer(8), isTaxIncluded: row.integer(9) == 1),
      source: ChargeSource(
        contract: row.optionalText(10).map { Identifier($0) },
        predecessor: row.optionalText(11).map { Identifier($0) }, isAutomatic: row.integer(12) == 1,
        supportCase: row.optionalText(13).map { Identifier($0) },
        inquiry: row.optionalText(14).map { Identifier($0) }),
      term: row.term,
      postings: [
        PostedCharge.Posting(
          month: month, document: DocumentNumber(month: month, sequence: row.integer(2)),
          amount: Yen(row.integer(6)), net: Yen(row.integer(7)))
      ])
    if let last, last.key == key {
      charge.postings = last.postings + charge.postings
      removeLast()
    }
    append(charge)
  }
}

extension RawStatement {
  fileprivate var term: ClosedRange<Day>? {
    guard let starts = optionalText(15).flatMap({ Day(ledgerText: $0) }),
      let ends = optionalText(16).flatMap({ Day(ledgerText: $0) }), starts <= ends
    else { return nil }
    return starts...ends
  }
}
