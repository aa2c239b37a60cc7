import Records

/// Whether a case counts towards attainment (保守対象の判定).
struct Cover {
  let frame: MonthFrame
  let book: ContractBook

  /// The first reason that leaves the case out, in the order of `Exclusion`; nil where it is covered.
  ///
  /// `contract` is its position, nil where the export has none by that id; one for technical support covers no hardware.
  ///
  /// > Terms: SB-3, SB-5, ON-5
  func exclusion(of supportCase: SupportCase, contract: Int32?, rules: RuleBook) -> Exclusion? {
    if let early = outcomeExclusion(of: supportCase) { return early }
    guard let contract, book.contracts[Int(contract)].service.isMaintenance else { return .unknownContract }
    return exclusion(of: supportCase, under: book.contracts[Int(contract)], rules)
  }

  private func exclusion(
    of supportCase: SupportCase, under contract: Contract, _ rules: RuleBook
  ) -> Exclusion? {
    let received = supportCase.receivedAt.day
    if received < Self.start(of: contract, rules: rules) { return .notStarted }
    if let last = book.lastDayInForce(of: contract), received > last { return .expired }
    if !supportCase.partSoldByUs { return .thirdPartyPart }
    if contract.service.isSendback && contract.region == .remote { return .remoteArea }
    return nil
  }

  /// A withdrawn case, or one without a hardware fault, once that is known.
  private func outcomeExclusion(of supportCase: SupportCase) -> Exclusion? {
    switch supportCase.outcome {
    case .hardwareFault: nil
    case .withdrawn: frame.isWithdrawn(supportCase) ? .withdrawn : nil
    case .noFault: frame.happened(supportCase.isolatedAt) == nil ? nil : .noHardwareFault
    }
  }

  /// The first day on which the contract covers a case (ON-5 for standard on-site outside the metro areas).
  static func start(of contract: Contract, rules: RuleBook) -> Day {
    contract.service == .standardOnsite
      ? StandardOnsite.coverStart(of: contract, rules: rules) : contract.startsOn
  }
}
