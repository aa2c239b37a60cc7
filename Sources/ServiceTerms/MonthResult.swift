public import Records

/// Everything that the rules say of one month (月次結果); the tables refer to the exports by position.
public struct MonthResult: Sendable {
  /// Every accepted case received by as-of, by case id.
  public var outcomes: [CaseOutcome] = []
  public var summary: AttainmentSummary
  public var restatements: [Restatement] = []
  /// Every leg shipped by as-of, by case id, the failed part first.
  public var legs: [FreightLeg] = []
  /// Nil where the month has no courier statement.
  public var reconciliation: [ReconciledLine]?
  public var unreturned: [UnreturnedPart] = []
  public var keptDisks: [KeptDisk] = []
  public var tickets = TicketAccounts()
  /// Packs that start by the month's last day, by contract id, then start.
  public var packs: [PackBalance] = []
  /// Every contract, by contract id.
  public var renewals: [Renewal] = []
  public var findings: [Finding] = []
}

/// A case that a closed month counted with another verdict (判定の訂正); the closed month's figures stay.
public struct Restatement: Equatable, Sendable {
  public var caseIndex: Int32
  public var counted: CountedVerdict
  public var verdict: Verdict
  public var reason: String?
}
