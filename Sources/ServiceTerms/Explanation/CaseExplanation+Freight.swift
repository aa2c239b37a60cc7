import Records

extension CaseExplanation {
  /// Who was billed for one leg, who bears it, and what is owed.
  func freightSteps(of leg: FreightLeg) -> [Step] {
    let clause: Clause = leg.state == .onsite ? .on7 : .sb6
    var values: [StepParameter: StepValue] = [
      .leg: .leg(leg.leg), .bearer: .party(leg.bearer), .billed: .party(leg.billedParty),
    ]
    if let amount = leg.amount { values[.amount] = .yen(amount) }
    let fact = Step(
      .leg, clause,
      values.merging([.shipped: .day(leg.shippedOn), .terms: .freightTerms(leg.terms)]) { $1 })
    if leg.state == .settled, let early = beforeBooks(leg.shippedOn, .legBeforeBooks) {
      return [fact, early]
    }
    return [fact, Step(settlementCode(of: leg), clause, values)]
  }

  /// What happened before the books open is settled elsewhere.
  private func beforeBooks(_ day: Day, _ code: StepCode) -> Step? {
    let opening = closed.opening.firstDay
    return day < opening ? Step(code, nil, [.day: .day(opening)]) : nil
  }

  private func settlementCode(of leg: FreightLeg) -> StepCode {
    switch leg.state {
    case .onsite: .legOnsite
    case .none: .legOwnSide
    case .settled where leg.settlement == .credit: .legCredited
    case .settled:
      frame.ruleBook(on: leg.shippedOn).edition.settings.freightRecharge == .ownSupply
        ? .legSupplied : .legClaimed
    case .unresolved: service == nil ? .legContractUnknown : .legFreightMissing
    }
  }

  /// The failed part that should come back, or the disk that stays.
  func partSteps() -> [Step] {
    var steps: [Step] = []
    if let unreturned {
      steps.append(
        Step(
          .partOut, .ar2,
          [
            .shipped: .day(unreturned.shippedOn), .days: .number(unreturned.ageDays),
            .bucket: .text(unreturned.bucket.rawValue),
          ]))
      if let day = unreturned.chargedOn, let price = supportCase.partPrice {
        steps.append(
          beforeBooks(day, .notBilledBeforeBooks)
            ?? Step(.partCharged, .ar2, [.day: .day(day), .price: .yen(price)]))
      }
    } else if service == .advanceSendback, let returned = frame.happened(supportCase.failedPartReceivedAt) {
      steps.append(Step(.partReturned, .ar2, [.day: .day(returned.day)]))
    }
    return steps + diskSteps()
  }

  private func diskSteps() -> [Step] {
    guard let contract, service != nil else { return [] }
    if let keptDisk {
      return [
        Step(
          .diskHandedOver, .nd2,
          [.serial: .text(supportCase.failedPartSerial), .day: .day(keptDisk.completedOn)])
      ]
    }
    if supportCase.diskRetained && !contract.nonReturnDisk { return [Step(.diskWithoutOption, .nd1)] }
    return contract.nonReturnDisk && supportCase.part == .disk ? [Step(.diskStays, .nd1)] : []
  }
}
