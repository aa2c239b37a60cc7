import Records

/// The steps that led to what the month says of one case (ケースの説明).
struct CaseExplanation {
  let frame: MonthFrame
  let book: ContractBook
  let closed: ClosedMonths
  let supportCase: SupportCase
  let outcome: CaseOutcome
  let legs: [FreightLeg]
  let unreturned: UnreturnedPart?
  let keptDisk: KeptDisk?

  var contract: Contract? { outcome.contractIndex.map { book.contracts[Int($0)] } }
  /// The contract's service; nil where it covers no hardware.
  var service: ServiceCode? { contract.flatMap { $0.service.isMaintenance ? $0.service : nil } }
  var rules: RuleBook { frame.ruleBook(on: supportCase.receivedAt.day) }
  var asOf: StepValue { .deadline(.endOf(frame.month.lastDay)) }

  func steps() throws(CalendarFault) -> [Step] {
    var steps = try receptionSteps()
    steps += coverSteps()
    steps += isolationSteps()
    steps += try targetSteps()
    steps += try agreementSteps()
    steps += deadlineSteps()
    steps += verdictSteps()
    steps += countingSteps()
    steps += legs.flatMap(freightSteps)
    steps += partSteps()
    return steps
  }

  private func receptionSteps() throws(CalendarFault) -> [Step] {
    let received = try Step.reception(
      of: supportCase.receivedAt, effective: outcome.effectiveReceivedAt,
      rules.reception(of: contract?.service), calendar: rules.calendar, clause: .sb1, late: .sb1)
    guard let service else { return [received] }
    let clause: Clause =
      switch service {
      case .standardOnsite: .on1
      case .onsite24h: .od1
      default: .sb2
      }
    let isAccepted = rules.accepts(supportCase.channel, for: service)
    return [
      received,
      Step(
        isAccepted ? .receivedBy : .channelNotAccepted, clause, [.channel: .channel(supportCase.channel)]),
    ]
  }

  private func isolationSteps() -> [Step] {
    guard let isolated = frame.happened(supportCase.isolatedAt) else {
      return [Step(.notIsolated, nil, [.asOf: asOf])]
    }
    guard isolated > outcome.effectiveReceivedAt else {
      return [Step(.isolatedBeforeReception, nil, [.isolated: .instant(isolated)])]
    }
    let minutes = Int(outcome.isolationMinutes ?? 0)
    let isElapsed = rules.reception(of: contract?.service) == .always
    return [
      Step(
        .isolated, nil,
        [
          .isolated: .instant(isolated),
          .minutes: isElapsed ? .elapsedMinutes(minutes) : .businessMinutes(minutes),
        ])
    ]
  }
}
