import Records

/// The steps that led to where a contract stands (契約の説明).
struct ContractExplanation {
  let frame: MonthFrame
  let book: ContractBook
  let closed: ClosedMonths
  let contract: Contract
  let renewal: Renewal
  /// The contract's packs at the end of the month.
  let packs: [PackBalance]

  func steps() -> [Step] {
    [.contract(contract), .lastDay(of: contract, book: book)] + termSteps() + packs.map(packStep)
      + renewalSteps()
  }

  // MARK: Terms and what they charge

  private func termSteps() -> [Step] {
    book.terms(of: contract, startingBy: frame.month.lastDay).flatMap { term in
      [
        Step(
          term.isAutomatic ? .automaticTerm : .term, nil,
          [.start: .day(term.startsOn), .end: .day(term.endsOn)]),
        chargeStep(of: term),
      ]
    }
  }

  /// The charge of one term, or why it has none.
  private func chargeStep(of term: ContractTerm) -> Step {
    let start: [StepParameter: StepValue] = [.start: .day(term.startsOn)]
    if let cancelled = contract.cancelledOn, cancelled < term.startsOn {
      return Step(.notBilledCancelled, nil, [.cancelled: .day(cancelled)])
    }
    let entry = frame.ruleBook(on: term.startsOn).edition.services[contract.service]
    let isRenewal = term.isAutomatic || book.successors.contains(contract.id)
    guard isRenewal || entry?.billsFirstTerm == true else { return Step(.notBilledFirstTerm) }
    if term.startsOn < closed.opening.firstDay {
      return Step(.notBilledBeforeBooks, nil, [.day: .day(closed.opening.firstDay)])
    }
    if term.startsOn > frame.month.lastDay { return Step(.notBilledYet, nil, start) }
    let clause: Clause? = contract.service == .technicalSupport ? .ts9 : nil
    let edition = frame.ruleBook(on: term.startsOn).edition
    guard let fee = try? contract.amount(of: term, edition) else {
      return Step(.billedWithoutFee, clause, start)
    }
    var values = start.merging([.price: .yen(fee)]) { $1 }
    guard let cancelled = contract.daysEnd(of: term, edition) else { return Step(.billed, clause, values) }
    values[.cancelled] = .day(cancelled)
    return Step(.billedByDay, clause, values)
  }

  private func packStep(_ balance: PackBalance) -> Step {
    Step(
      .pack, .ts9,
      [
        .start: .day(balance.pack.startsOn), .last: .day(balance.pack.lastDay),
        .granted: .number(balance.pack.granted), .used: .number(balance.pack.used),
        .expired: .number(balance.expired), .remaining: .number(balance.remaining),
      ])
  }

  // MARK: Renewal

  private func renewalSteps() -> [Step] {
    var steps = [
      Step(.renewalEnd, nil, [.end: .day(renewal.endsOn), .days: .number(renewal.daysLeft)])
    ]
    if contract.cancelledOn == nil, let successor = contract.renewedBy, book.contract(successor) == nil {
      steps.append(Step(.successorMissing, nil, [.successor: .text(successor.text)]))
    }
    steps.append(stateStep())
    if let proposal = renewal.proposal {
      var values: [StepParameter: StepValue] = [
        .service: .service(proposal.service), .start: .day(proposal.startsOn), .end: .day(proposal.endsOn),
      ]
      if let fee = proposal.fee { values[.price] = .yen(fee) }
      steps.append(Step(.proposal, nil, values))
    }
    return steps
  }

  private func stateStep() -> Step {
    switch renewal.state {
    case .cancelled:
      Step(.renewalCancelled, nil, contract.cancelledOn.map { [.cancelled: .day($0)] } ?? [:])
    case .renewed:
      Step(.renewalRenewed, nil, contract.renewedBy.map { [.successor: .text($0.text)] } ?? [:])
    case .autoRenewed: Step(.renewalAutoRenewed)
    case .lapsed: Step(.renewalLapsed)
    case .due:
      Step(
        renewal.isAutomatic ? .renewalDueAutomatic : .renewalDue, nil,
        [.days: .number(frame.closing.edition.settings.renewalHorizonDays)])
    case .notStarted: Step(.renewalNotStarted, nil, [.start: .day(contract.startsOn)])
    case .active:
      Step(.renewalActive, nil, [.days: .number(frame.closing.edition.settings.renewalHorizonDays)])
    }
  }
}
