import Billing
import Foundation
import Ledger
import Records
import Reports
import ServiceTerms

/// The ledger as a month sees it, or the lack of one (台帳の参照).
struct Books {
  /// Nil where no month was ever closed: the books then open with the month being run.
  let ledger: Ledger?
  private let closed: ClosedRange<BillingMonth>?

  /// Opens the ledger at `path` for reading; a file that is not there is no ledger.
  init(path: String) throws {
    var opened: Ledger?
    if FileManager.default.fileExists(atPath: path) {
      do { opened = try Ledger(opening: path) } catch LedgerFault.missing {}
    }
    ledger = opened
    closed = try opened?.closedRange()
  }

  func closedMonths(before month: BillingMonth, cases: [SupportCase]) throws -> ClosedMonths {
    try ledger?.closedMonths(before: month, cases: cases.lazy.map(\.id)) ?? ClosedMonths(opening: month)
  }

  /// Those of all closed months, or of the months before one.
  func postedCharges(before month: BillingMonth? = nil) throws -> PostedCharges {
    guard let ledger, let limit = month ?? closed?.upperBound.next else { return PostedCharges() }
    return try ledger.postedCharges(before: limit)
  }

  /// Up to twelve closed months, the oldest first.
  func history(before month: BillingMonth) throws -> [MonthFigures] {
    try (ledger?.history(before: month) ?? []).map(\.monthFigures)
  }

  /// What a reader of a draft should know of the books.
  func findings(for month: BillingMonth, isFinal: Bool) -> [Finding] {
    guard !isFinal else { return [] }
    guard let closed else { return [Finding(.noLedger)] }
    if closed.contains(month) { return [Finding(.monthClosed, value: month.description)] }
    guard closed.upperBound < month.previous else { return [] }
    return [Finding(.previousMonthOpen, value: closed.upperBound.next.description)]
  }
}
