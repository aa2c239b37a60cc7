import Records

extension CaseExplanation {
  /// The deadline and what happened by it.
  func deadlineSteps() -> [Step] {
    var steps: [Step] = []
    if let deadline = outcome.deadline, let basis = outcome.basis {
      steps.append(
        Step(
          .deadline, basis == .agreed ? .on8 : outcome.rule,
          [.deadline: .deadline(deadline), .basis: .basis(basis)]))
    }
    if let event = outcome.eventAt {
      // A shipping without a time was exported as a bare date.
      let isBare = isSendback && event == event.day.start
      steps.append(
        Step(
          isSendback ? .shipped : .arrived, nil, [.event: isBare ? .day(event.day) : .instant(event)]))
      if let step = turnaroundStep(shipped: event) { steps.append(step) }
    } else if outcome.rule != nil {
      steps.append(Step(isSendback ? .notShipped : .notArrived, nil, [.asOf: asOf]))
    }
    return steps
  }

  private var isSendback: Bool { service?.isSendback == true }

  /// > Terms: MW-1, EX-1
  private func turnaroundStep(shipped: JSTInstant) -> Step? {
    guard service == .warrantySendback || service == .extendedSendback,
      let received = frame.happened(supportCase.failedPartReceivedAt)
    else { return nil }
    return Step(
      .turnaround, service == .warrantySendback ? .mw1 : .ex1,
      [.received: .day(received.day), .days: .number(shipped.day - received.day)])
  }

  func verdictSteps() -> [Step] {
    switch outcome.verdict {
    case .met: [Step(.met, nil, [.margin: .elapsedMinutes(outcome.marginMinutes ?? 0)])]
    case .missed:
      if let days = outcome.daysLate {
        [Step(.missedDays, nil, [.days: .number(days)])]
      } else if let margin = outcome.marginMinutes {
        [Step(.missed, nil, [.margin: .elapsedMinutes(-margin)])]
      } else {
        [Step(.overdue, nil, [.asOf: asOf])]
      }
    case .pending: [Step(.pending, nil, [.asOf: asOf])]
    case .noTarget: [Step(.noTarget, outcome.rule)]
    case .notJudged: [Step(.notJudged, outcome.rule)]
    case .awaitingIsolation: [Step(.awaitingIsolation)]
    case .excluded: [Step(.leftOut)]
    }
  }

  /// The month that counts the case, and what a closed month made of it.
  func countingSteps() -> [Step] {
    if let counted = closed.verdicts[supportCase.id] {
      let month = StepValue.month(counted.month)
      guard counted.verdict != outcome.verdict else { return [Step(.countedBefore, nil, [.month: month])] }
      return [
        Step(
          .restated, nil,
          [.month: month, .before: .verdict(counted.verdict), .verdict: .verdict(outcome.verdict)])
      ]
    }
    guard let month = outcome.month else { return [Step(.carriedOver)] }
    return [Step(outcome.isLate ? .countedLate : .counted, nil, [.month: .month(month)])]
  }
}
