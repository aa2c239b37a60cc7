import Records

extension ServiceCode {
  /// The target of a case under `contract` whose clock starts at `start`; the one place that knows every service.
  ///
  /// Technical support has none: no report, no promised day and no time limit of the customer's (TS-2, TS-3, TS-4).
  ///
  /// > Terms: AR-1, MW-1, EX-1, ON-3, ON-4, ON-6, OD-2, OD-3, TS-2, TS-3, TS-4
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
