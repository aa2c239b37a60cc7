/// A calendar day in Japan (日), without a time; days count from 1970-01-01.
public struct Day: Hashable, Sendable {
  public let number: Int32

  public init(number: Int) { self.number = Int32(truncatingIfNeeded: number) }

  /// The day of the proleptic Gregorian calendar, or nil where there is none (2026-02-30).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else {
      return nil
    }
    self.init(validYear: year, month: month, day: day)
  }

  init(validYear year: Int, month: Int, day: Int) {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    self.init(number: era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  public var year: Int { components.year }
  public var month: BillingMonth {
    let (year, month, _) = components
    return BillingMonth(validYear: year, month: month)
  }
  public var weekday: Weekday { Weekday(sinceThursday: Int(number)) }

  /// 00:00 of this day.
  public var start: JSTInstant { JSTInstant(seconds: Int(number) * 86_400) }
  /// 24:00 of this day, which is 00:00 of the next.
  public var end: JSTInstant { next.start }
  public func at(_ time: TimeOfDay) -> JSTInstant { JSTInstant(seconds: Int(number) * 86_400 + time.seconds) }

  public var next: Day { self + 1 }
  public var previous: Day { self - 1 }
  public static func + (day: Day, days: Int) -> Day { Day(number: Int(day.number) + days) }
  public static func - (day: Day, days: Int) -> Day { Day(number: Int(day.number) - days) }
  public static func - (later: Day, earlier: Day) -> Int { Int(later.number) - Int(earlier.number) }

  /// The same day of the month `months` later, or that month's last day where it is shorter.
  public func adding(months: Int) -> Day {
    let (year, month, day) = components
    let target = BillingMonth(validYear: year, month: month) + months
    return target.firstDay + (min(day, target.length) - 1)
  }

  /// The same date `years` later; from 29 February the 28th where there is no 29th.
  public func adding(years: Int) -> Day { adding(months: 12 * years) }
}

extension Day: Comparable {
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// `2026-10-05`
extension Day: CustomStringConvertible {
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Day: Strideable {
  public func distance(to other: Day) -> Int { other - self }
  public func advanced(by days: Int) -> Day { self + days }
}

public enum Weekday: Int, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  init(sinceThursday days: Int) {
    let index = (((days + 3) % 7) + 7) % 7
    self = Weekday.allCases[index]
  }

  public var isWeekend: Bool { self == .saturday || self == .sunday }
}

/// A time of day in seconds from 00:00; 86,400 is 24:00.
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let seconds: Int
  public init(seconds: Int) { self.seconds = seconds }
  public init(hour: Int, minute: Int = 0) { self.init(seconds: hour * 3600 + minute * 60) }
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }
  /// `13:00`
  public var description: String { "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2))" }
}

/// `value` in decimal with leading zeros up to `width` digits.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
