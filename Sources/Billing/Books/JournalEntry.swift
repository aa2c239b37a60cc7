public import Records

/// One balanced booking (仕訳): debits equal credits.
public struct JournalEntry: Equatable, Sendable {
  public enum Cause: Equatable, Sendable {
    /// A document of the month; the number is nil in a draft.
    case document(DocumentNumber?, customer: Identifier, name: String, dueOn: Day)
    /// Revenue earned in the month.
    case recognition(ChargeKind)
  }

  public var cause: Cause
  public var date: Day
  public var debits: [Posting]
  public var credits: [Posting]

  public struct Posting: Equatable, Sendable {
    public var account: AccountRole
    /// Never negative.
    public var amount: Yen
    /// Of a taxable amount, in percent.
    public var rate: Int?

    public init(account: AccountRole, amount: Yen, rate: Int? = nil) {
      self.account = account
      self.amount = amount
      self.rate = rate
    }
  }

  public init(cause: Cause, date: Day, debits: [Posting], credits: [Posting]) {
    self.cause = cause
    self.date = date
    self.debits = debits
    self.credits = credits
  }

  public func debitTotal() throws(YenOverflow) -> Yen { try debits.lazy.map(\.amount).sum() }
  public func creditTotal() throws(YenOverflow) -> Yen { try credits.lazy.map(\.amount).sum() }
}
