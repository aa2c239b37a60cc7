import Records

/// Advance replacement (先出しセンドバック): the part is shipped before the failed one comes back.
enum AdvanceReplacement {
  /// Shipped by the end of the business day after isolation.
  ///
  /// > Terms: AR-1
  static func target(startingAt start: JSTInstant, rules: RuleBook) throws(CalendarFault) -> Target {
    let days = rules.edition.targets.shipWithinBusinessDays
    let day = try rules.calendar.businessDay(after: start.day, days)
    return Target(.ar1, deadline: .endOf(day))
  }
}
