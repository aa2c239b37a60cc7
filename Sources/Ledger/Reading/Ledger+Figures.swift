public import Billing
import GRDB
public import Records
import ServiceTerms

extension Ledger {
  /// The figures of up to `count` closed months before `month`, the oldest first.
  public func history(before month: BillingMonth, count: Int = 12) throws -> [KeyFigures] {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT c.month, f.figure, f.service, f.value FROM closes c LEFT JOIN figures f ON f.month = c.month
          WHERE c.month < ? AND c.month >= ? ORDER BY c.month, f.figure, f.service
          """, arguments: [month.ledgerCode, (month + -count).ledgerCode])
      var months: [KeyFigures] = []
      for row in rows {
        guard let of = BillingMonth(ledgerCode: try row.value("month")) else { continue }
        if months.last?.month != of { months.append(KeyFigures(month: of)) }
        guard let name: String = try row.value("figure"), let figure = KeyFigures.Figure(rawValue: name)
        else {
          continue
        }
        let service = ServiceCode(rawValue: try row.value("service"))
        months[months.count - 1].values[.init(figure, service)] = try row.value("value")
      }
      return months
    }
  }
}
