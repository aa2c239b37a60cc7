/// How a line of the courier's statement, or a leg that should be on it, agrees with the cases (運賃照合).
public enum ReconciliationState: String, CaseIterable, Sendable {
  case matched
  case amountDiffers = "amount_differs"
  case notInCases = "not_in_cases"
  case notOnStatement = "not_on_statement"
  case billedTwice = "billed_twice"
  case notOurs = "not_ours"
}

/// One line of the reconciliation.
public struct ReconciledLine: Equatable, Sendable {
  /// The position in the courier statement; nil for a leg that is not on it.
  public var statementIndex: Int32?
  /// The position among the legs; nil for a line without a leg.
  public var legIndex: Int32?
  public var state: ReconciliationState
}
