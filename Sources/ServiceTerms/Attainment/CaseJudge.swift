public import Records

/// Judges cases against their targets (SLA判定).
///
/// The clock starts at isolation; on-site, where a customer may isolate before reporting, at the later of that and
/// effective reception. An agreed visit is the deadline in place of the rule's.
///
/// > Terms: ON-1, ON-8
public struct CaseJudge: Sendable {
  let frame: MonthFrame
  let book: ContractBook
  let closed: ClosedMonths
  private let cover: Cover

  public init(frame: MonthFrame, book: ContractBook, closed: ClosedMonths) {
    self.frame = frame
    self.book = book
    self.closed = closed
    cover = Cover(frame: frame, book: book)
  }

  /// The verdict on one case; nil for one received at or after as-of.
  public func outcome(of supportCase: SupportCase, at index: Int) throws(CalendarFault) -> CaseOutcome? {
    guard let received = frame.happened(supportCase.receivedAt) else { return nil }
    let rules = frame.ruleBook(on: received.day)
    // Contracts are asked where they stand: a copy of each case's would cost more than its verdict.
    let contractIndex = book.index(of: supportCase.contract)
    let service = contractIndex.map { book.contracts[Int($0)].service }
    let effective = try rules.calendar.effectiveReception(received, rules.reception(of: service))
    var outcome = CaseOutcome(
      caseIndex: Int32(index), effectiveReceivedAt: effective, contractIndex: contractIndex,
      verdict: .awaitingIsolation)

    outcome.eventAt = frame.happened(event(of: supportCase, service: service))
    if let isolated = frame.happened(supportCase.isolatedAt) {
      outcome.isolationMinutes = Int32(
        clamping: try isolationMinutes(from: effective, to: isolated, service: service, rules: rules))
    }
    outcome.exclusion = cover.exclusion(of: supportCase, contract: contractIndex, rules: rules)
    if outcome.exclusion != nil {
      outcome.verdict = .excluded
    } else if let contractIndex, let isolated = frame.happened(supportCase.isolatedAt) {
      try judge(
        &outcome, supportCase, book.contracts[Int(contractIndex)], isolatedAt: isolated, rules: rules)
    }
    count(&outcome, supportCase)
    return outcome
  }

  private func judge(
    _ outcome: inout CaseOutcome, _ supportCase: SupportCase, _ contract: Contract,
    isolatedAt: JSTInstant, rules: RuleBook
  ) throws(CalendarFault) {
    let service = contract.service
    let start = service.isOnsite ? max(isolatedAt, outcome.effectiveReceivedAt) : isolatedAt
    guard let target = try service.target(startingAt: start, contract: contract, rules: rules) else { return }
    outcome.clockStartsAt = start
    outcome.rule = target.rule
    outcome.ruleDeadline = target.deadline
    outcome.earliestVisitOn = target.earliestVisitOn
    if service.isOnsite, let agreed = supportCase.agreedVisitAt {
      outcome.deadline = .at(agreed)
      outcome.basis = .agreed
    } else if let deadline = target.deadline {
      outcome.deadline = deadline
      outcome.basis = .rule
    }
    outcome.verdict = verdict(of: outcome)
  }

  private func verdict(of outcome: CaseOutcome) -> Verdict {
    guard let deadline = outcome.deadline else {
      return outcome.earliestVisitOn == nil ? .noTarget : .notJudged
    }
    if let event = outcome.eventAt { return deadline.includes(event) ? .met : .missed }
    switch deadline {
    case .endOf(let day): return day <= frame.month.lastDay ? .missed : .pending
    case .at(let instant): return instant < frame.asOf ? .missed : .pending
    }
  }

  /// The shipping of the replacement for send-back, the engineer's arrival for on-site.
  private func event(of supportCase: SupportCase, service: ServiceCode?) -> JSTInstant? {
    guard let service, service.isMaintenance else { return nil }
    return service.isSendback ? supportCase.replacement.shippedAt : supportCase.arrivedAt
  }

  private func isolationMinutes(
    from effective: JSTInstant, to isolated: JSTInstant, service: ServiceCode?, rules: RuleBook
  ) throws(CalendarFault) -> Int {
    guard isolated > effective else { return 0 }
    guard case .businessDays = rules.reception(of: service) else { return (isolated - effective) / 60 }
    return try rules.calendar.businessMinutes(from: effective, to: isolated)
  }
}
