import Records

extension CaseExplanation {
  /// When the clock starts, and what the terms ask from there on.
  func targetSteps() throws(CalendarFault) -> [Step] {
    guard let rule = outcome.rule, let start = outcome.clockStartsAt else { return [] }
    return [clockStep(start, rule), try ruleStep(rule, start)].compactMap { $0 }
  }

  private func clockStep(_ start: JSTInstant, _ rule: Clause) -> Step? {
    switch service {
    case .standardOnsite, .onsite24h:
      Step(
        start == supportCase.isolatedAt ? .clockFromIsolation : .clockFromReception,
        service == .standardOnsite ? .on1 : .od2, [.start: .instant(start)])
    case .advanceSendback: Step(.clockFromIsolation, rule, [.start: .instant(start)])
    default: nil
    }
  }

  private func ruleStep(_ rule: Clause, _ start: JSTInstant) throws(CalendarFault) -> Step? {
    let targets = rules.edition.targets
    switch rule {
    case .ar1: return try shippingStep(from: start.day)
    case .mw1, .ex1: return Step(.shipAfterRepair, rule)
    case .on4:
      return Step(
        .visitSameDay, .on4,
        [.start: .instant(start), .until: .time(targets.sameDayUntil), .due: .day(start.day)])
    case .on3:
      let isOpen = try rules.calendar.isBusinessDay(start.day)
      return try earliestStep(
        isOpen ? .visitAfterLimit : .visitAfterClosedDay, .on3, start, targets.metroEarliestBusinessDays)
    case .on6: return try earliestStep(.visitElsewhere, .on6, start, targets.otherEarliestBusinessDays)
    case .od2:
      guard let due = outcome.ruleDeadline else { return nil }
      return Step(
        .visitWithin, .od2,
        [
          .start: .instant(start), .minutes: .elapsedMinutes(targets.visitWithinMinutes),
          .deadline: .deadline(due),
        ])
    case .od3: return Step(.outsideFourHourArea, .od3)
    default: return nil
    }
  }

  private func shippingStep(from day: Day) throws(CalendarFault) -> Step? {
    guard let due = outcome.ruleDeadline?.day else { return nil }
    return Step(
      .shipByBusinessDay, .ar1,
      [
        .isolated: .day(day), .nth: .businessDay(rules.edition.targets.shipWithinBusinessDays),
        .due: .day(due),
      ],
      closedDays: try rules.calendar.closedDays(from: day.next, through: due))
  }

  private func earliestStep(
    _ code: StepCode, _ clause: Clause, _ start: JSTInstant, _ count: Int
  ) throws(CalendarFault) -> Step? {
    guard let earliest = outcome.earliestVisitOn else { return nil }
    var values: [StepParameter: StepValue] = [
      .start: .instant(start), .until: .time(rules.edition.targets.sameDayUntil),
      .nth: .businessDay(count), .earliest: .day(earliest),
    ]
    if let region = contract?.region { values[.region] = .region(region) }
    return Step(
      code, clause, values,
      closedDays: try rules.calendar.closedDays(from: start.day, through: earliest))
  }

  /// The visit that was agreed with the customer, against what the terms alone would ask.
  func agreementSteps() throws(CalendarFault) -> [Step] {
    guard let service, service.isOnsite, let rule = outcome.rule else { return [] }
    guard outcome.basis == .agreed, let agreed = supportCase.agreedVisitAt else {
      guard let earliest = outcome.earliestVisitOn else { return [] }
      return [
        Step(
          outcome.deadline == nil ? .noAgreedVisit : .judgedByEarliestDay, rule, [.earliest: .day(earliest)])
      ]
    }
    var steps = [Step(.agreedVisit, .on8, [.agreed: .instant(agreed)])]
    if let deadline = outcome.ruleDeadline, agreed > deadline.instant {
      steps.append(Step(.agreedAfterRule, rule, [.deadline: .deadline(deadline)]))
    }
    if let earliest = outcome.earliestVisitOn, agreed.day != earliest {
      let days = try rules.calendar.businessDays(after: earliest, through: agreed.day)
      steps.append(
        Step(
          agreed.day > earliest ? .agreedAfterEarliest : .agreedBeforeEarliest, rule,
          [.earliest: .day(earliest), .days: .number(days)]))
    }
    if service == .standardOnsite, try !rules.calendar.isBusinessDay(agreed.day) {
      steps.append(
        Step(
          .agreedOnClosedDay, .on8, [.agreed: .day(agreed.day)],
          closedDays: try rules.calendar.closedDays(from: agreed.day, through: agreed.day)))
    }
    return steps
  }
}
