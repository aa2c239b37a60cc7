import Records
import Testing

@Suite("Instants and deadlines in Japan")
struct JSTInstantTests {
  let day: Day

  init() throws { day = try #require(Day(year: 2026, month: 10, day: 6)) }

  @Test("A deadline at the end of a day includes the day's last second, not 24:00")
  func endOfDay() {
    let deadline = Deadline.endOf(day)
    #expect(deadline.includes(day.end + -1))
    #expect(!deadline.includes(day.end))
    #expect(deadline.day == day)
    #expect(deadline.instant == day.end)
    #expect(deadline.description == "2026-10-06T24:00:00")
  }

  @Test("A deadline at an instant includes itself")
  func instant() {
    let noon = day.at(TimeOfDay(hour: 12))
    #expect(Deadline.at(noon).includes(noon))
    #expect(!Deadline.at(noon).includes(noon + 1))
    #expect(Deadline.at(day.start).day == day)
    #expect(Deadline.at(noon).description == "2026-10-06T12:00:00")
  }

  @Test("An instant tells its day and time, to the second, as long as days can be exported")
  func parts() throws {
    let last = try #require(Day(year: 2100, month: 12, day: 31)).end + -1
    #expect(last.description == "2100-12-31T23:59:59")
    #expect(last.timeOfDay == TimeOfDay(seconds: 86_399))
    #expect(last - day.start == (last.day - day) * 86_400 + 86_399)
    #expect(MemoryLayout<JSTInstant?>.size <= 5)
  }
}
