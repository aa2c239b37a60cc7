public import Records

/// How fast a service was (所要時間の統計), beside its attainment.
///
/// Measured over the cases that the month counts, excluded ones left out; `received` counts every case received in it.
public struct ServiceStatistics: Equatable, Sendable {
  public var received = 0
  /// From effective reception to isolation, in business minutes; in elapsed minutes for 24-hour service.
  public var isolationMinutes: Spread?
  /// From the failed part's receipt to the shipping of the replacement, in days, where the terms name no target.
  ///
  /// > Terms: MW-1, EX-1
  public var turnaroundDays: Spread?
  /// From the event to the deadline; negative when late.
  public var marginMinutes: Spread?
  /// Visits judged by the time agreed with the customer.
  public var agreedVisits = 0
  /// Of these, how many were agreed later than a deadline that the terms give.
  public var agreedAfterRuleDeadline = 0
  /// Business days from the earliest day of a visit to the agreed one.
  ///
  /// > Terms: ON-3, ON-6
  public var agreedAfterEarliestDays: Spread?
}

/// The statistics of a month by service (サービス別統計).
public struct Statistics: Sendable {
  public private(set) var byService: [ServiceCode: ServiceStatistics] = [:]

  public init(
    outcomes: [CaseOutcome], cases: [SupportCase], contracts: [Contract], frame: MonthFrame
  ) throws(CalendarFault) {
    var measures: [ServiceCode: Measures] = [:]
    for outcome in outcomes {
      guard let contractIndex = outcome.contractIndex else { continue }
      let (service, caseIndex) = (contracts[Int(contractIndex)].service, Int(outcome.caseIndex))
      if frame.month.contains(cases[caseIndex].receivedAt.day) {
        measures[service, default: Measures()].addReceived()
      }
      guard outcome.month == frame.month, outcome.exclusion == nil else { continue }
      try measures[service, default: Measures()].add(outcome, cases[caseIndex], frame)
    }
    byService = measures.compactMapValues(\.statistics)
  }
}

/// What is gathered of one service before it is ranked.
private struct Measures {
  private var totals = ServiceStatistics()
  private var isCounted = false
  private var isolation: [Int32] = []
  private var turnaround: [Int32] = []
  private var margin: [Int32] = []
  private var afterEarliest: [Int32] = []

  mutating func addReceived() { totals.received += 1 }

  /// A case that the month counts and that is not excluded.
  mutating func add(
    _ outcome: CaseOutcome, _ supportCase: SupportCase, _ frame: MonthFrame
  ) throws(CalendarFault) {
    isCounted = true
    if let minutes = outcome.isolationMinutes { isolation.append(minutes) }
    if let minutes = outcome.marginMinutes { margin.append(Int32(clamping: minutes)) }
    addTurnaround(outcome, supportCase, frame)
    if outcome.basis == .agreed, let agreed = supportCase.agreedVisitAt {
      try addVisit(agreed: agreed, outcome, rules: frame.ruleBook(on: supportCase.receivedAt.day))
    }
  }

  /// A part that was shipped before the failed one came is warned of elsewhere and measures nothing.
  private mutating func addTurnaround(_ outcome: CaseOutcome, _ supportCase: SupportCase, _ frame: MonthFrame)
  {
    guard outcome.rule == .mw1 || outcome.rule == .ex1, let shipped = outcome.eventAt?.day,
      let received = frame.happened(supportCase.failedPartReceivedAt)?.day, received <= shipped
    else { return }
    turnaround.append(Int32(clamping: shipped - received))
  }

  private mutating func addVisit(
    agreed: JSTInstant, _ outcome: CaseOutcome, rules: RuleBook
  ) throws(CalendarFault) {
    totals.agreedVisits += 1
    if let deadline = outcome.ruleDeadline, !deadline.includes(agreed) { totals.agreedAfterRuleDeadline += 1 }
    if let earliest = outcome.earliestVisitOn {
      let days = try rules.calendar.businessDays(after: earliest, through: agreed.day)
      afterEarliest.append(Int32(clamping: days))
    }
  }

  /// Nil where the month has nothing of the service.
  var statistics: ServiceStatistics? {
    guard isCounted || totals.received > 0 else { return nil }
    var statistics = totals
    statistics.isolationMinutes = Spread(lowIsGood: isolation)
    statistics.turnaroundDays = Spread(lowIsGood: turnaround)
    statistics.marginMinutes = Spread(highIsGood: margin)
    statistics.agreedAfterEarliestDays = Spread(lowIsGood: afterEarliest)
    return statistics
  }
}
