public import Records

/// What the terms ask of a case (目標): the clause, and the deadline or lower bound that follows from it.
public struct Target: Equatable, Sendable {
  public var rule: Clause
  public var deadline: Deadline?
  /// The earliest day of a visit, where the terms give only that (ON-3, ON-6).
  public var earliestVisitOn: Day?

  public init(_ rule: Clause, deadline: Deadline? = nil, earliestVisitOn: Day? = nil) {
    self.rule = rule
    self.deadline = deadline
    self.earliestVisitOn = earliestVisitOn
  }
}
