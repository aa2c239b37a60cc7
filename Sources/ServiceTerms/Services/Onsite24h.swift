import Records

/// On-site service around the clock (24時間オンサイト).
enum Onsite24h {
  /// A visit within four hours of elapsed time, in the area where that target holds.
  ///
  /// > Terms: OD-2, OD-3
  static func target(startingAt start: JSTInstant, contract: Contract, rules: RuleBook) -> Target {
    guard contract.fourHourArea else { return Target(.od3) }
    return Target(.od2, deadline: .at(start + rules.edition.targets.visitWithinMinutes * 60))
  }
}
