public import Records

/// The provider's business days and hours (営業日・営業時間) under one edition of the catalogue.
///
/// Monday to Friday that is no national holiday, no year-end day and no company holiday. Every question is answered
/// from counts made once, in constant time. A day outside the years of the holidays throws.
///
/// > Terms: SB-1
public final class BusinessCalendar: Sendable {
  public let years: ClosedRange<Int>
  public let hours: BusinessHours

  let holidays: NationalHolidays
  let closures: Closures
  private let firstDay: Day
  /// At each day's place, the business days before it; one more than there are days.
  private let countBefore: [Int32]
  private let businessDays: [Day]

  public convenience init(holidays: NationalHolidays, edition: Edition) {
    self.init(holidays: holidays, closures: edition.closures, hours: edition.businessHours)
  }

  public init(
    holidays: NationalHolidays, closures: Closures = Closures(), hours: BusinessHours = BusinessHours()
  ) {
    self.holidays = holidays
    self.closures = closures
    self.hours = hours
    years = holidays.years
    let span = Self.days(of: holidays.years)
    firstDay = span.lowerBound
    var open: [Day] = []
    var counts: [Int32] = []
    for day in span {
      counts.append(Int32(truncatingIfNeeded: open.count))
      if Self.closure(of: day, holidays, closures) == nil { open.append(day) }
    }
    counts.append(Int32(truncatingIfNeeded: open.count))
    businessDays = open
    countBefore = counts
  }

  private static func days(of years: ClosedRange<Int>) -> Range<Day> {
    // Years of real days are never refused; an empty calendar would answer nothing, so it throws for every day.
    guard let first = Day(year: years.lowerBound, month: 1, day: 1),
      let last = Day(year: years.upperBound, month: 12, day: 31)
    else { return Day(number: 0)..<Day(number: 0) }
    return first..<last.next
  }
}

// MARK: - Days

extension BusinessCalendar {
  public func isBusinessDay(_ day: Day) throws(CalendarFault) -> Bool {
    let place = try place(of: day)
    return countBefore[place + 1] > countBefore[place]
  }

  /// The n-th business day strictly after `day`; `day` itself for 0.
  public func businessDay(after day: Day, _ n: Int) throws(CalendarFault) -> Day {
    n > 0 ? try businessDay(number: count(through: day) + n - 1) : day
  }

  /// `day` itself where it is a business day.
  public func nextBusinessDay(onOrAfter day: Day) throws(CalendarFault) -> Day {
    try businessDay(number: count(before: day))
  }

  /// How many business days lie after `day`, up to and including `last`; 0 where `last` is not later.
  public func businessDays(after day: Day, through last: Day) throws(CalendarFault) -> Int {
    max(0, try count(through: last) - count(through: day))
  }

  private func count(before day: Day) throws(CalendarFault) -> Int { Int(countBefore[try place(of: day)]) }
  private func count(through day: Day) throws(CalendarFault) -> Int {
    Int(countBefore[try place(of: day) + 1])
  }

  private func businessDay(number: Int) throws(CalendarFault) -> Day {
    guard businessDays.indices.contains(number) else { throw outside(firstDay + (countBefore.count - 1)) }
    return businessDays[number]
  }

  private func place(of day: Day) throws(CalendarFault) -> Int {
    let place = day - firstDay
    guard place >= 0, place < countBefore.count - 1 else { throw outside(day) }
    return place
  }

  private func outside(_ day: Day) -> CalendarFault { .outsideYears(day: day, years: years) }
}

// MARK: - Hours

extension BusinessCalendar {
  /// When a case counts as received (有効受付日時): inside the hours, both ends included, the instant itself.
  ///
  /// Before them on a business day, their beginning; otherwise the beginning of the next business day's.
  ///
  /// > Terms: SB-1, OD-1, TS-5
  public func effectiveReception(
    _ instant: JSTInstant, _ reception: Reception
  ) throws(CalendarFault) -> JSTInstant {
    guard case .businessDays(let from, let through) = reception else { return instant }
    let day = instant.day
    guard try isBusinessDay(day), instant.timeOfDay <= through else {
      return try businessDay(after: day, 1).at(from)
    }
    return max(instant, day.at(from))
  }

  /// The whole minutes of business hours from one instant to another (営業時間内の分数); 0 where `end` is not later.
  ///
  /// Seconds are added up over all days before they are cut to minutes.
  public func businessMinutes(from start: JSTInstant, to end: JSTInstant) throws(CalendarFault) -> Int {
    max(0, try businessSeconds(before: end) - businessSeconds(before: start)) / 60
  }

  /// Seconds of business hours from the first day of the calendar to `instant`.
  private func businessSeconds(before instant: JSTInstant) throws(CalendarFault) -> Int {
    let day = instant.day
    let length = hours.through.seconds - hours.from.seconds
    let whole = try count(before: day) * length
    guard try isBusinessDay(day) else { return whole }
    return whole + min(max(0, instant.timeOfDay.seconds - hours.from.seconds), length)
  }
}
