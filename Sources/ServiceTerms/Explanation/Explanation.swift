public import Records

/// Why the month says what it says of one case, inquiry or contract (説明), step by step.
///
/// It is made from the results after they are known, so that judging carries no cost, and it never judges again.
public struct Explanation: Equatable, Sendable {
  public enum Subject: String, CaseIterable, Sendable {
    case supportCase = "case"
    case inquiry
    case contract
  }

  public var subject: Subject
  public var id: Identifier
  public var month: BillingMonth
  public var steps: [Step]
}

/// One step of an explanation (根拠): the clause, what was found, and the closed days that were skipped.
public struct Step: Equatable, Sendable {
  /// Nil for a fact, or for what was decided outside the terms.
  public var clause: Clause?
  public var code: StepCode
  public var values: [StepParameter: StepValue]
  /// In the order of the days.
  public var closedDays: [ClosedDay]

  init(
    _ code: StepCode, _ clause: Clause? = nil, _ values: [StepParameter: StepValue] = [:],
    closedDays: [ClosedDay] = []
  ) {
    self.clause = clause
    self.code = code
    self.values = values
    self.closedDays = closedDays
  }
}

/// A day that is no business day, and why (休業日).
public struct ClosedDay: Hashable, Sendable {
  public var day: Day
  public var closure: Closure
}

extension BusinessCalendar {
  /// The closed days from one day through another, both included.
  func closedDays(from first: Day, through last: Day) throws(CalendarFault) -> [ClosedDay] {
    try closedDays(after: first.previous, through: last).map { ClosedDay(day: $0.day, closure: $0.closure) }
  }
}
