public import Records

/// Why the ledger cannot do what it was asked (台帳の異常); nothing was posted.
public enum LedgerFault: Error, Equatable, Sendable {
  /// No ledger at the path, or one without a closed month: new books begin with `--open-from` only.
  case missing(path: String)
  /// Not a ledger, or one that a newer version wrote.
  case unreadable(path: String, reason: Message)
  /// Another program keeps the file from being read or written; the same command may succeed later.
  case busy(path: String)
  /// The file cannot be written, such as on a full disk.
  case cannotWrite(path: String, reason: Message)
  /// The books open with another month than the one given.
  case opensWith(BillingMonth)
  /// Months are closed one after the other; this one is next.
  case notNext(expected: BillingMonth)
  /// The month is closed, and these inputs have changed since.
  case inputsDiffer([String])
  /// A row that the ledger holds does not make sense; `verify` says more.
  case damaged(table: String, key: String)
}
