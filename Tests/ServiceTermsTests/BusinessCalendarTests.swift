import Records
import Testing

@testable import ServiceTerms

/// The holidays from August 2026 to January 2027, and two that mark the years of the file.
let holidaysOf2026: NationalHolidays? = {
  let days: [(Int, Int, Int, String)] = [
    (2026, 1, 1, "元日"), (2026, 8, 11, "山の日"), (2026, 9, 21, "敬老の日"), (2026, 9, 22, "休日"),
    (2026, 9, 23, "秋分の日"), (2026, 10, 12, "スポーツの日"), (2026, 11, 3, "文化の日"),
    (2026, 11, 23, "勤労感謝の日"), (2027, 1, 1, "元日"), (2027, 11, 23, "勤労感謝の日"),
  ]
  let named = days.compactMap { year, month, day, name in
    Day(year: year, month: month, day: day).map { ($0, name) }
  }
  return NationalHolidays(byDay: Dictionary(uniqueKeysWithValues: named))
}()

@Suite("The business calendar")
struct BusinessCalendarTests {
  let calendar: BusinessCalendar
  static let founding = day(2026, 9, 30)

  init() throws {
    calendar = BusinessCalendar(
      holidays: try #require(holidaysOf2026),
      closures: Closures(companyHolidays: [Self.founding: "創立記念日"]))
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }
  static func instant(_ date: Day, _ hour: Int, _ minute: Int = 0, _ second: Int = 0) -> JSTInstant {
    date.at(TimeOfDay(seconds: hour * 3600 + minute * 60 + second))
  }

  @Test(
    "SB-1 A day is closed on weekends, national holidays, over the year end and on company holidays",
    arguments: [
      (day(2026, 9, 18), nil), (day(2026, 9, 19), .weekend), (day(2026, 9, 20), .weekend),
      (day(2026, 9, 21), .nationalHoliday("敬老の日")), (day(2026, 9, 22), .nationalHoliday("休日")),
      (day(2026, 9, 23), .nationalHoliday("秋分の日")), (day(2026, 9, 24), nil),
      (founding, .companyHoliday("創立記念日")), (day(2026, 12, 28), nil), (day(2026, 12, 29), .yearEnd),
      (day(2026, 12, 31), .yearEnd), (day(2027, 1, 1), .nationalHoliday("元日")), (day(2027, 1, 3), .yearEnd),
      (day(2027, 1, 4), nil),
    ] as [(Day, Closure?)])
  func closures(day: Day, closure: Closure?) throws {
    #expect(try calendar.closure(of: day) == closure)
    #expect(try calendar.isBusinessDay(day) == (closure == nil))
  }

  @Test(
    "SB-1 Business days after a day step over the September holidays and the year end",
    arguments: [
      (day(2026, 9, 17), 1, day(2026, 9, 18)), (day(2026, 9, 18), 1, day(2026, 9, 24)),
      (day(2026, 9, 20), 1, day(2026, 9, 24)), (day(2026, 9, 18), 2, day(2026, 9, 25)),
      (day(2026, 9, 29), 1, day(2026, 10, 1)), (day(2026, 12, 28), 1, day(2027, 1, 4)),
      (day(2026, 12, 28), 2, day(2027, 1, 5)),
    ])
  func counting(from: Day, n: Int, expected: Day) throws {
    #expect(try calendar.businessDay(after: from, n) == expected)
    #expect(try calendar.businessDays(after: from, through: expected) == n)
    #expect(try calendar.businessDays(after: expected, through: from) == 0)
  }

  @Test("A business day is its own next business day, a closed day is not")
  func onOrAfter() throws {
    #expect(try calendar.nextBusinessDay(onOrAfter: Self.day(2026, 9, 18)) == Self.day(2026, 9, 18))
    #expect(try calendar.nextBusinessDay(onOrAfter: Self.day(2026, 9, 19)) == Self.day(2026, 9, 24))
  }

  @Test("The days that a count skipped come with their reasons")
  func closedDays() throws {
    let closed = try calendar.closedDays(after: Self.day(2026, 9, 18), through: Self.day(2026, 9, 24))
    #expect(closed.map(\.day.components.day) == [19, 20, 21, 22, 23])
    #expect(closed.last?.closure == .nationalHoliday("秋分の日"))
    #expect(try calendar.closedDays(after: Self.day(2026, 9, 18), through: Self.day(2026, 9, 18)).isEmpty)
  }

  @Test(
    "SB-1 Effective reception: 09:00:00 and 17:30:00 are inside, 17:30:01 is the next business day",
    arguments: [
      ((18, 8, 59, 59), (18, 9, 0, 0)), ((18, 9, 0, 0), (18, 9, 0, 0)), ((18, 13, 0, 1), (18, 13, 0, 1)),
      ((18, 17, 30, 0), (18, 17, 30, 0)), ((18, 17, 30, 1), (24, 9, 0, 0)), ((18, 23, 59, 59), (24, 9, 0, 0)),
      ((20, 10, 0, 0), (24, 9, 0, 0)), ((22, 3, 0, 0), (24, 9, 0, 0)), ((24, 0, 0, 0), (24, 9, 0, 0)),
    ])
  func effectiveReception(received: (Int, Int, Int, Int), expected: (Int, Int, Int, Int)) throws {
    let received = Self.instant(Self.day(2026, 9, received.0), received.1, received.2, received.3)
    let expected = Self.instant(Self.day(2026, 9, expected.0), expected.1, expected.2, expected.3)
    let hours = Reception.businessDays(from: calendar.hours.from, through: calendar.hours.through)
    #expect(try calendar.effectiveReception(received, hours) == expected)
  }

  @Test("OD-1 A service that is always reached receives at once")
  func always() throws {
    let night = Self.instant(Self.day(2026, 9, 22), 3)
    #expect(try calendar.effectiveReception(night, .always) == night)
  }

  @Test(
    "SB-1 Business minutes count hours of business days alone and cut the sum",
    arguments: [
      ((18, 9, 0, 0), (18, 17, 30, 0), 510), ((18, 9, 0, 0), (24, 9, 0, 0), 510),
      ((18, 0, 0, 0), (25, 0, 0, 0), 1020), ((18, 17, 29, 30), (24, 9, 0, 30), 1),
      ((18, 17, 29, 30), (24, 9, 0, 29), 0), ((19, 9, 0, 0), (23, 23, 0, 0), 0),
      ((18, 12, 0, 0), (18, 11, 0, 0), 0),
      ((18, 16, 30, 0), (24, 10, 0, 0), 120),
    ])
  func businessMinutes(from: (Int, Int, Int, Int), to: (Int, Int, Int, Int), minutes: Int) throws {
    let start = Self.instant(Self.day(2026, 9, from.0), from.1, from.2, from.3)
    let end = Self.instant(Self.day(2026, 9, to.0), to.1, to.2, to.3)
    #expect(try calendar.businessMinutes(from: start, to: end) == minutes)
  }

  @Test("A day outside the years of the file stops the question")
  func outsideYears() throws {
    let fault = CalendarFault.outsideYears(day: Self.day(2028, 1, 1), years: 2026...2027)
    #expect(throws: fault) { try calendar.isBusinessDay(Self.day(2028, 1, 1)) }
    #expect(throws: fault) { try calendar.businessDay(after: Self.day(2027, 12, 28), 1) }
    #expect(throws: fault) { try calendar.nextBusinessDay(onOrAfter: Self.day(2027, 12, 29)) }
    #expect(throws: CalendarFault.self) { try calendar.isBusinessDay(Self.day(2025, 12, 31)) }
    #expect(throws: CalendarFault.self) {
      try calendar.businessMinutes(from: Self.day(2025, 12, 31).start, to: Self.day(2026, 1, 9).start)
    }
    #expect(fault.description.contains("2026-2027"))
  }
}
