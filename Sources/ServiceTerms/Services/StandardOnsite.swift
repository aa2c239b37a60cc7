import Records

/// Next-business-day on-site service (通常オンサイト).
enum StandardOnsite {
  /// The same day in a metro area when isolated by 13:00 of a business day; else only an earliest day.
  ///
  /// > Terms: ON-2, ON-3, ON-4, ON-6
  static func target(
    startingAt start: JSTInstant, region: Region?, rules: RuleBook
  ) throws(CalendarFault) -> Target {
    let targets = rules.edition.targets
    let calendar = rules.calendar
    guard region?.isMetro == true else {
      let earliest = try calendar.businessDay(after: start.day, targets.otherEarliestBusinessDays)
      return bounded(.on6, from: earliest, rules: rules)
    }
    if start.timeOfDay <= targets.sameDayUntil, try calendar.isBusinessDay(start.day) {
      return Target(.on4, deadline: .endOf(start.day))
    }
    let earliest = try calendar.businessDay(after: start.day, targets.metroEarliestBusinessDays)
    return bounded(.on3, from: earliest, rules: rules)
  }

  /// A lower bound is no deadline, unless the provider decided to be judged by it.
  private static func bounded(_ rule: Clause, from earliest: Day, rules: RuleBook) -> Target {
    let judged = rules.edition.settings.withoutAgreement == .earliestDay
    return Target(rule, deadline: judged ? .endOf(earliest) : nil, earliestVisitOn: earliest)
  }

  /// The first day of cover: outside the metro areas the 1st of the second month after delivery.
  ///
  /// > Terms: ON-5
  static func coverStart(of contract: Contract, rules: RuleBook) -> Day {
    guard contract.region?.isMetro != true, let delivered = contract.deliveredOn else {
      return contract.startsOn
    }
    let month = delivered.month + rules.edition.targets.otherCoverAfterMonths
    return max(contract.startsOn, month.firstDay)
  }
}
