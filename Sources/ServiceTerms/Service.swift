import Records

extension ServiceCode {
  /// The target of a case under `contract` whose clock starts at `start`; the one place that knows every service.
  func target(
    startingAt start: JSTInstant, contract: Contract, rules: RuleBook
  ) throws(CalendarFault) -> Target? {
    switch self {
    case .advanceSendback: try AdvanceReplacement.target(startingAt: start, rules: rules)
    case .warrantySendback: WarrantySendback.target
    case .extendedSendback: ExtendedSendback.target
    case .standardOnsite: try StandardOnsite.target(startingAt: start, region: contract.region, rules: rules)
    case .onsite24h: Onsite24h.target(startingAt: start, contract: contract, rules: rules)
    case .technicalSupport: nil
    }
  }
}
