public import Records

/// How a case stands against its target (判定).
public enum Verdict: String, CaseIterable, Sendable {
  case awaitingIsolation = "awaiting_isolation"
  case pending
  case met
  case missed
  case noTarget = "no_target"
  case notJudged = "not_judged"
  case excluded
}

/// Why a case is left out of attainment (対象外理由), in the order in which the reasons are tried.
public enum Exclusion: String, CaseIterable, Sendable {
  case withdrawn
  case noHardwareFault = "no_hardware_fault"
  case unknownContract = "unknown_contract"
  case notStarted = "not_started"
  case expired
  case thirdPartyPart = "third_party_part"
  case remoteArea = "remote_area"
}

/// Where a deadline comes from: the terms, or the visit agreed with the customer.
public enum DeadlineBasis: String, CaseIterable, Sendable { case rule, agreed }

/// The verdict on one case, with everything that led to it (判定結果). The order of its fields leaves few gaps.
public struct CaseOutcome: Equatable, Sendable {
  /// The position of the case in the export, and of its contract; nil for a contract that is not there.
  public var caseIndex: Int32
  public var effectiveReceivedAt: JSTInstant
  public var contractIndex: Int32?
  public var rule: Clause?
  /// S: when the clock of the target starts; nil for an excluded or not yet isolated case.
  public var clockStartsAt: JSTInstant?
  public var ruleDeadline: Deadline?
  /// The lower bound of ON-3 and ON-6.
  public var earliestVisitOn: Day?
  public var deadline: Deadline?
  public var basis: DeadlineBasis?
  /// The shipping or arrival that the target asks for, when it happened before as-of.
  public var eventAt: JSTInstant?
  public var verdict: Verdict
  public var exclusion: Exclusion?
  /// Business minutes from effective reception to isolation; elapsed minutes for 24-hour service.
  public var isolationMinutes: Int32?
  /// The case's own month was closed without it, so it is counted in the month being run.
  public var isLate = false
  /// The month in which the case is counted; nil while it is open.
  public var month: BillingMonth?

  /// Nothing is due to be counted yet.
  public var isOpen: Bool { month == nil }

  /// Whole minutes from the event to the deadline, cut downward; negative when late.
  public var marginMinutes: Int? {
    guard let deadline, let eventAt else { return nil }
    let seconds = deadline.instant - eventAt
    return seconds >= 0 ? seconds / 60 : -((59 - seconds) / 60)
  }

  /// How many days after the day of its deadline the event was; nil unless both are days, since an event without a time
  /// was exported as a bare date.
  public var daysLate: Int? {
    guard case .endOf(let day) = deadline, let eventAt, eventAt == eventAt.day.start, eventAt.day > day else {
      return nil
    }
    return eventAt.day - day
  }

  /// The code of the `reason` column: why it is excluded or could not be judged.
  public var reason: String? {
    exclusion?.rawValue ?? (verdict == .notJudged ? FindingCode.noAgreedVisit.rawValue : nil)
  }
}
