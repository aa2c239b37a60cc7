import Records
import Testing

@testable import ServiceTerms

/// The calendar against a walk from day to day and from minute to minute.
@Suite("The business calendar, by properties")
struct BusinessCalendarPropertyTests {
  let calendar: BusinessCalendar
  let first: Day

  init() throws {
    calendar = BusinessCalendar(holidays: try #require(holidaysOf2026))
    first = try #require(Day(year: 2026, month: 1, day: 1))
  }

  @Test("SB-1 The n-th business day is the one that walking finds", arguments: 1...6)
  func walking(n: Int) throws {
    for offset in 0..<700 {
      let start = first + offset
      var day = start
      var left = n
      while left > 0 {
        day = day.next
        if try calendar.isBusinessDay(day) { left -= 1 }
      }
      #expect(try calendar.businessDay(after: start, n) == day)
      #expect(try calendar.businessDays(after: start, through: day) == n)
    }
  }

  @Test("SB-1 Business minutes are the open minutes that walking finds", arguments: 0..<40)
  func minutes(seed: Int) throws {
    // Whole minutes, spread over days and hours by two primes.
    let start = (first + 240).start + (seed * 7919 % 20_160) * 60
    let end = start + (seed * 6007 % 14_400) * 60
    var open = 0
    for minute in stride(from: start.seconds, to: end.seconds, by: 60) {
      let instant = JSTInstant(seconds: minute)
      let inside =
        instant.timeOfDay >= TimeOfDay(hour: 9) && instant.timeOfDay < TimeOfDay(hour: 17, minute: 30)
      if try inside && calendar.isBusinessDay(instant.day) { open += 1 }
    }
    #expect(try calendar.businessMinutes(from: start, to: end) == open)
  }

  @Test("SB-1 Effective reception never goes back, and lies in business hours", arguments: 0..<40)
  func reception(seed: Int) throws {
    let hours = Reception.businessDays(from: calendar.hours.from, through: calendar.hours.through)
    let received = (first + 200).start + seed * 7919 * 97
    let effective = try calendar.effectiveReception(received, hours)
    #expect(effective >= received)
    #expect(try calendar.isBusinessDay(effective.day))
    #expect(effective.timeOfDay >= calendar.hours.from && effective.timeOfDay <= calendar.hours.through)
    #expect(try calendar.effectiveReception(effective, hours) == effective)
    #expect(try calendar.businessMinutes(from: received, to: effective) == 0)
  }
}
