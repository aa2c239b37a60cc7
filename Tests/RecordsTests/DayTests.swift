import Records
import Testing

@Suite("A calendar day")
struct DayTests {
  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
    try #require(Day(year: year, month: month, day: day))
  }

  @Test(
    "Impossible dates do not exist",
    arguments: [
      (2026, 2, 30), (2026, 2, 29), (2100, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (2026, 1, 0),
    ])
  func impossible(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test("Every day from 1990 through 2100 has its date, the next its successor and weekday")
  func everyDay() throws {
    var day = try Self.day(1990, 1, 1)
    var weekday = Weekday.monday
    var wrong: [Day] = []
    for year in 1990...2100 {
      for month in 1...12 {
        for number in 1...Day.length(ofMonth: month, year: year) {
          if day.components != (year, month, number) || day.weekday != weekday { wrong.append(day) }
          day = day.next
          weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "Adding months or years keeps the day of the month, or takes the month's last day",
    arguments: [
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-01-31", 1, "2026-02-28"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"), ("2026-10-31", 2, "2026-12-31"),
    ])
  func adding(from: String, months: Int, expected: String) throws {
    let parts = from.split(separator: "-").compactMap { Int($0) }
    let day = try Self.day(parts[0], parts[1], parts[2])
    #expect(day.adding(months: months).description == expected)
    if months % 12 == 0 { #expect(day.adding(years: months / 12).description == expected) }
  }

  @Test("A day ends where the next begins")
  func endOfDay() throws {
    let day = try Self.day(2026, 10, 31)
    #expect(day.end == day.next.start)
    #expect(day.end.day == day.next)
    #expect((day.end + -1).day == day)
    #expect(day.at(TimeOfDay(hour: 24)) == day.end)
    #expect(day.at(TimeOfDay(hour: 13)).description == "2026-10-31T13:00:00")
  }
}
