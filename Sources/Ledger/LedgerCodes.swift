import Billing
import Records

/// Values as the ledger's columns have them.
extension BillingMonth {
  /// 202610
  var ledgerCode: Int { year * 100 + month }

  init?(ledgerCode: Int) { self.init(year: ledgerCode / 100, month: ledgerCode % 100) }
}

extension Day {
  /// Reads `2026-10-31`.
  init?(ledgerText text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}

extension RowImage {
  mutating func month(_ month: BillingMonth) { integer(month.ledgerCode) }
  mutating func day(_ day: Day) { text(day.description) }
  mutating func day(_ day: Day?) { text(day?.description) }
  mutating func yen(_ yen: Yen) { integer(yen.amount) }
  mutating func id(_ id: Identifier) { text(id.text) }
  mutating func id(_ id: Identifier?) { text(id?.text) }
}
