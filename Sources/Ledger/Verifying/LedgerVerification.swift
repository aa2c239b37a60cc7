public import Records

/// What `verify` found (台帳検証).
public struct LedgerVerification: Equatable, Sendable {
  /// The first row that is not as it was posted; nil where everything is.
  public var firstDifference: Difference?
  public var closes: Int
  public var rows: Int
  /// The hash of the last close in hexadecimal; empty before the first.
  public var lastHash: String

  public var isIntact: Bool { firstDifference == nil }

  public struct Difference: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      /// The row's bytes do not give its seal.
      case changed
      /// Rows of the close are missing, added or exchanged together with their seals.
      case chainBroken = "chain_broken"
      /// The row is of a month that was never closed.
      case notClosed = "not_closed"
      /// A trigger or table that guards the ledger is missing or was changed.
      case unguarded
      /// The file itself is damaged.
      case unreadable
    }

    public var kind: Kind
    public var table: String
    /// The row's key, its parts joined by ` / `.
    public var key: String
    /// Nil where the row does not say.
    public var month: BillingMonth?
  }
}
