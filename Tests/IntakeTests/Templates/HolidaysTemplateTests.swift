import Foundation
import Records
import Testing

@testable import Intake

@Suite("The file of national holidays")
struct HolidaysTemplateTests {
  static let header = "国民の祝日・休日月日,国民の祝日・休日名称\r\n"

  static func read(_ bytes: [UInt8]) throws -> NationalHolidays {
    try HolidaysTemplate.read(bytes, file: "holidays.csv")
  }
  static func read(rows: String) throws -> NationalHolidays { try read(Array((header + rows).utf8)) }

  @Test("The shipped file covers 1990 to 2027")
  func years() throws {
    let holidays = try Self.read(shippedTemplateBytes("holidays.csv"))
    #expect(holidays.years == 1990...2027)
    #expect(holidays.byDay.count == 649)
  }

  /// Facts of single years that the general rules do not give.
  @Test(
    "Days that are easily wrong",
    arguments: [
      ("2026-09-21", "敬老の日"), ("2026-09-22", "休日"), ("2026-09-23", "秋分の日"),
      ("2019-04-30", "休日"), ("2019-05-01", "休日（祝日扱い）"), ("2019-05-02", "休日"),
      ("2019-10-22", "休日（祝日扱い）"), ("2019-12-23", nil), ("2019-02-23", nil),
      ("2020-07-24", "スポーツの日"), ("2020-10-12", nil), ("2021-08-09", "休日"), ("2020-07-23", "海の日"),
      ("2009-09-22", "休日"), ("2008-05-06", "休日"), ("2006-05-04", "休日"), ("2003-05-04", nil),
      ("1990-11-12", "即位礼正殿の儀"), ("1993-06-09", "結婚の儀"), ("2016-08-11", "山の日"),
      ("2015-08-11", nil), ("2027-03-22", "休日"), ("2026-12-29", nil),
    ] as [(String, String?)])
  func facts(date: String, name: String?) throws {
    let holidays = try Self.read(shippedTemplateBytes("holidays.csv"))
    let day = try #require(Day(template: date))
    #expect(holidays.byDay[day] == name)
  }

  /// Taken from independent calendars, which agree with the file on every day of 1990 to 2027.
  @Test(
    "The holidays of each year, by number and by the sum of their days of the year",
    arguments: [
      (1990, 19, 3531), (1991, 17, 3120), (1992, 14, 2437), (1993, 16, 2870), (1994, 14, 2427),
      (1995, 16, 2445), (1996, 19, 3378), (1997, 16, 3033), (1998, 15, 2628), (1999, 17, 2993),
      (2000, 15, 2633), (2001, 19, 3406), (2002, 18, 3324), (2003, 15, 2834), (2004, 15, 2641),
      (2005, 16, 2704), (2006, 16, 2623), (2007, 19, 3405), (2008, 17, 3098), (2009, 17, 3023),
      (2010, 16, 2710), (2011, 15, 2625), (2012, 18, 3110), (2013, 17, 3060), (2014, 17, 3084),
      (2015, 17, 3024), (2016, 17, 2941), (2017, 17, 2845), (2018, 20, 3628), (2019, 22, 3809),
      (2020, 18, 2668), (2021, 17, 2689), (2022, 16, 2545), (2023, 17, 2543), (2024, 21, 3522),
      (2025, 19, 3058), (2026, 18, 2943), (2027, 17, 2630),
    ])
  func independent(year: Int, count: Int, sum: Int) throws {
    let holidays = try Self.read(shippedTemplateBytes("holidays.csv"))
    let newYear = try #require(Day(year: year, month: 1, day: 1))
    let days = holidays.byDay.keys.filter { $0.year == year }
    #expect(days.count == count)
    #expect(days.reduce(0) { $0 + ($1 - newYear) + 1 } == sum)
  }

  @Test("Both encodings, both separators, padded or not, read the same")
  func forms() throws {
    let text = Self.header + "2026/1/1,元日\r\n2026-01-12,成人の日\n\n2026/02/11,建国記念の日"
    let utf8 = try Self.read(Array(text.utf8))
    let cp932 = try Self.read(Array(#require(text.data(using: .shiftJIS))))
    let marked = try Self.read([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(utf8.byDay.count == 3)
    #expect(utf8.byDay == cp932.byDay)
    #expect(utf8.byDay == marked.byDay)
    #expect(utf8.years == 2026...2026)
  }

  @Test(
    "A wrong row is a fault that names its line",
    arguments: [
      "2026/1/1,元日\r\n2026/2/30,謎の日\r\n", "2026/1/1,元日\r\n2026/1/1,元日\r\n", "2026/1/1,元日\r\n1/12,成人の日\r\n",
      "2026/1/1,元日\r\n2026/1/12\r\n", "2026/1/1,元日\r\n2026/1/12,\r\n", "2026/1/1,元日\r\n+2026/1/12,成人の日\r\n",
    ])
  func faults(rows: String) throws {
    let fault = try #require(throws: TemplateFault.self) { try Self.read(rows: rows) }
    #expect(fault.line == 3)
  }

  @Test("A year without holidays between others is missing, not a year of working days")
  func missingYear() throws {
    let rows = ["2025/1/1,元日", "2026/1/1,元日", "2027/1/1,元日"]
    #expect(try Self.read(rows: rows.joined(separator: "\r\n")).years == 2025...2027)
    let fault = try #require(throws: TemplateFault.self) {
      try Self.read(rows: [rows[0], rows[2]].joined(separator: "\r\n"))
    }
    #expect(fault.description.contains("2026"))
  }

  @Test("Without the heading, without holidays, or unreadable it is a fault")
  func wrongFiles() {
    #expect(throws: TemplateFault.self) { try Self.read(Array("2026/1/1,元日\r\n".utf8)) }
    #expect(throws: TemplateFault.self) { try Self.read(rows: "") }
    #expect(throws: TemplateFault.self) { try Self.read([]) }
    #expect(throws: TemplateFault.self) { try Self.read(Array(Self.header.utf8) + [0x81, 0xFF, 0x0A]) }
  }
}
