public import Records
public import ServiceTerms

/// Everything that a month's charges follow from (請求計算の入力).
public struct BillingInput: Sendable {
  public var frame: MonthFrame
  public var exports: MonthExports
  public var book: ContractBook
  public var result: MonthResult
  public var company: Company
  /// The month with which the books open; charges before its first day are settled elsewhere.
  public var opening: BillingMonth
  /// The postings of the months before this one.
  public var posted: PostedCharges

  public init(
    frame: MonthFrame, exports: MonthExports, book: ContractBook, result: MonthResult, company: Company,
    opening: BillingMonth, posted: PostedCharges = PostedCharges()
  ) {
    self.frame = frame
    self.exports = exports
    self.book = book
    self.result = result
    self.company = company
    self.opening = opening
    self.posted = posted
  }

  public var month: BillingMonth { frame.month }

  /// Whether an event on `day` is charged: from the books' opening day to as-of.
  func isChargeable(on day: Day) -> Bool { opening.firstDay <= day && day <= month.lastDay }

  func edition(on day: Day) -> Edition { frame.ruleBook(on: day).edition }
}
