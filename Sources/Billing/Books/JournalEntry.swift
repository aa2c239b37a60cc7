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
  }

  public func debitTotal() throws(YenOverflow) -> Yen { try debits.lazy.map(\.amount).sum() }
  public func creditTotal() throws(YenOverflow) -> Yen { try credits.lazy.map(\.amount).sum() }
}
