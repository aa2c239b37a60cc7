import Foundation
import Records

/// The days of the years around a month: how they are written, and which of them are business days.
struct Timeline {
  private let first: Int
  private var written: [UInt8] = []
  private var business: [Bool] = []
  /// For each day the number of business days up to it, itself included.
  private var ordinal: [Int] = []
  private var businessDays: [Int] = []

  /// The eleven years around `month`; `holidays` in the form in which the Cabinet Office publishes them.
  init(around month: BillingMonth, holidays: Data) {
    first = Int((month + -72).firstDay.number)
    let closed = Self.days(of: holidays)
    for number in first..<first + 11 * 366 {
      let day = Day(number: number)
      let (_, monthOfYear, dayOfMonth) = day.components
      let newYear = monthOfYear == 12 && dayOfMonth >= 29 || monthOfYear == 1 && dayOfMonth <= 3
      written.append(contentsOf: day.description.utf8)
      business.append(!day.weekday.isWeekend && !newYear && !closed.contains(number))
      if business[business.count - 1] { businessDays.append(number) }
      ordinal.append(businessDays.count)
    }
  }

  private static func days(of holidays: Data) -> Set<Int> {
    var days: Set<Int> = []
    for line in holidays.split(separator: UInt8(ascii: "\n")) {
      let parts = line.prefix { $0 != UInt8(ascii: ",") }.split(separator: UInt8(ascii: "/"))
      let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      if numbers.count == 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) {
        days.insert(Int(day.number))
      }
    }
    return days
  }

  func isBusiness(_ day: Int) -> Bool { business[day - first] }

  /// The `count`-th business day strictly after `day`.
  func businessDay(_ day: Int, _ count: Int) -> Int { businessDays[ordinal[day - first] + count - 1] }

  /// `2026-10-05`
  func text(of day: Int) -> ArraySlice<UInt8> { written[(day - first) * 10..<(day - first) * 10 + 10] }
}

extension ExportFile {
  /// A day, then a comma; nothing for nil.
  func date(_ day: Int?, _ timeline: Timeline) {
    if let day { text(timeline.text(of: day)) }
    comma()
  }

  /// Seconds since 1970 in Japan as `2026-10-05 09:05:30`, then a comma; nothing for nil.
  func timestamp(_ seconds: Int?, _ timeline: Timeline) {
    guard let seconds else { return comma() }
    let (day, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    text(timeline.text(of: day))
    text(" ")
    digits(time / 3600, width: 2)
    text(":")
    digits(time / 60 % 60, width: 2)
    text(":")
    digits(time % 60, width: 2)
    comma()
  }
}
