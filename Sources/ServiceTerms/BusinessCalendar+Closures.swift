public import Records

extension BusinessCalendar {
  /// Why `day` is no business day; nil on a business day.
  ///
  /// Of several reasons the one with a name of its own is given: national holiday, year end, company holiday, weekend.
  public func closure(of day: Day) throws(CalendarFault) -> Closure? {
    try isBusinessDay(day) ? nil : Self.closure(of: day, holidays, closures)
  }

  /// The closed days after `day`, up to and including `last`, with their reasons: what a count of business days skipped.
  public func closedDays(
    after day: Day, through last: Day
  ) throws(CalendarFault) -> [(day: Day, closure: Closure)] {
    var closed: [(day: Day, closure: Closure)] = []
    guard day < last else { return closed }
    for day in day.next...last {
      if let closure = try closure(of: day) { closed.append((day, closure)) }
    }
    return closed
  }

  static func closure(of day: Day, _ holidays: NationalHolidays, _ closures: Closures) -> Closure? {
    if let name = holidays.byDay[day] { return .nationalHoliday(name) }
    if closures.isYearEnd(day) { return .yearEnd }
    if let name = closures.companyHolidays[day] { return .companyHoliday(name) }
    return day.weekday.isWeekend ? .weekend : nil
  }
}

extension Closures {
  /// Whether `day` lies in the year-end range, both ends included; the range may run over the turn of the year.
  fileprivate func isYearEnd(_ day: Day) -> Bool {
    guard let from = yearEndFrom, let through = yearEndThrough else { return false }
    let (_, month, number) = day.components
    let date = MonthDay(month: month, day: number)
    return from <= through ? date >= from && date <= through : date >= from || date <= through
  }
}
