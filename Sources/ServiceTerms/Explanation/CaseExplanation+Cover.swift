import Records

extension CaseExplanation {
  /// The contract, from when and until when it covers, and why the case is left out where it is.
  func coverSteps() -> [Step] {
    var steps: [Step] = []
    if let contract {
      steps.append(.contract(contract))
      if service == nil {
        steps.append(Step(.contractForTickets, nil, [.contract: .text(contract.id.text)]))
      }
    } else {
      steps.append(Step(.contractUnknown, nil, [.contract: .text(supportCase.contract.text)]))
    }
    if let contract, service != nil, needsCover { steps += coverPeriod(of: contract) }
    if let exclusion = outcome.exclusion { steps += excluded(as: exclusion) }
    return steps
  }

  /// What is settled before cover is asked about needs no cover.
  private var needsCover: Bool { outcome.exclusion != .withdrawn && outcome.exclusion != .noHardwareFault }

  private func coverPeriod(of contract: Contract) -> [Step] {
    var steps: [Step] = []
    if isAfterDelivery(contract), let delivered = contract.deliveredOn {
      steps.append(
        Step(
          .coverAfterDelivery, .on5,
          [
            .delivered: .day(delivered), .months: .number(rules.edition.targets.otherCoverAfterMonths),
            .start: .day(contract.startsOn), .coverFrom: .day(Cover.start(of: contract, rules: rules)),
          ]))
    }
    steps.append(.lastDay(of: contract, book: book))
    if outcome.exclusion != .notStarted && outcome.exclusion != .expired {
      steps.append(Step(.covered, nil, [.day: .day(supportCase.receivedAt.day)]))
    }
    return steps
  }

  /// Whether ON-5 decides when cover starts.
  private func isAfterDelivery(_ contract: Contract) -> Bool {
    contract.service == .standardOnsite && contract.region?.isMetro != true
  }

  private func excluded(as exclusion: Exclusion) -> [Step] {
    let received = StepValue.day(supportCase.receivedAt.day)
    switch exclusion {
    case .withdrawn:
      let known = supportCase.completedAt ?? supportCase.receivedAt
      return [Step(.withdrawn, nil, [.day: .day(known.day)])]
    case .noHardwareFault:
      return [Step(.noHardwareFault, nil, supportCase.isolatedAt.map { [.isolated: .instant($0)] } ?? [:])]
    case .unknownContract: return []
    case .notStarted:
      guard let contract else { return [] }
      let start = Cover.start(of: contract, rules: rules)
      return [
        Step(
          .notStarted, isAfterDelivery(contract) ? .on5 : nil, [.received: received, .coverFrom: .day(start)])
      ]
    case .expired:
      guard let contract, let last = book.lastDayInForce(of: contract) else { return [] }
      return [Step(.expired, nil, [.received: received, .last: .day(last)])]
    case .thirdPartyPart: return [Step(.thirdPartyPart, .sb5)]
    case .remoteArea: return [Step(.remoteArea, .sb3)]
    }
  }
}

extension Step {
  static func contract(_ contract: Contract) -> Step {
    var values: [StepParameter: StepValue] = [
      .contract: .text(contract.id.text), .customer: .text(contract.customerName),
      .service: .service(contract.service), .start: .day(contract.startsOn), .end: .day(contract.endsOn),
    ]
    if let region = contract.region { values[.region] = .region(region) }
    return Step(.contract, nil, values)
  }

  /// Until when a contract is in force, and what ends it.
  static func lastDay(of contract: Contract, book: ContractBook) -> Step {
    guard let last = book.lastDayInForce(of: contract) else { return Step(.inForceWithoutEnd) }
    if let cancelled = contract.cancelledOn, cancelled == last {
      return Step(.inForceUntilCancelled, nil, [.cancelled: .day(cancelled)])
    }
    if contract.autoRenew, let successor = book.successor(of: contract) {
      return Step(
        .inForceUntilSuccessor, nil, [.successor: .text(successor.id.text), .last: .day(last)])
    }
    return Step(.inForceUntil, nil, [.last: .day(last)])
  }
}
