public import Records

/// How a contract goes on (更新状況).
public enum RenewalState: String, CaseIterable, Sendable {
  case cancelled, renewed
  case autoRenewed = "auto_renewed"
  case lapsed, due
  case notStarted = "not_started"
  case active
}

/// Where a contract stands at as-of, and what to offer (更新). The order of its fields leaves no gaps.
public struct Renewal: Equatable, Sendable {
  public var proposal: RenewalProposal?
  public var contractIndex: Int32
  /// E: the end that the state speaks of.
  public var endsOn: Day
  /// From the month's last day to E; negative when E is past.
  public var daysLeft: Int
  public var state: RenewalState
  /// Due, but the contract renews itself.
  public var isAutomatic: Bool
}

/// The term to offer next.
public struct RenewalProposal: Equatable, Sendable {
  /// On the price basis; nil where neither the catalogue nor the contract has one.
  public var fee: Yen?
  public var service: ServiceCode
  public var startsOn: Day
  public var endsOn: Day
}
