import Records
import Testing

@testable import Intake

struct DatesTests {
  @Test(
    "every form of a date is read",
    arguments: [
      "2026-10-05", "2026/10/05", "2026/10/5", "2026.10.5", "2026-10-5", "20261005", "2026年10月5日",
      "2026年10月05日", "令和8年10月5日", "令和08年10月05日", "R8.10.5", "r8.10.5", "R8/10/5", "R8-10-05", "Ｒ８．１０．５",
      "R8年10月5日", "H38.10.5", "平成38年10月5日", "S101.10.5", "２０２６－１０－０５", "２０２６／１０／５", "２０２６年１０月５日",
      "2026年１０月5日",
    ])
  func forms(text: String) throws {
    #expect(try value(text) { c throws(CellFault) in try c.date() }.get().description == "2026-10-05")
  }

  @Test(
    "the first year of an era is 元年 or 1",
    arguments: [
      ("令和元年5月1日", "2019-05-01"), ("R1.5.1", "2019-05-01"), ("平成31年4月30日", "2019-04-30"),
      ("H2.1.1", "1990-01-01"), ("昭和65年1月2日", "1990-01-02"), ("㋿元年5月1日", "2019-05-01"),
    ])
  func eras(text: String, day: String) throws {
    #expect(try value(text) { c throws(CellFault) in try c.date() }.get().description == day)
  }

  @Test(
    "a date that does not exist, lies outside 1990-2100 or has another form is invalid",
    arguments: [
      "2026-02-30", "2026/2/29", "2026-13-01", "2026-00-10", "2026-10-00", "2026-10-32", "1989-12-31",
      "2101-01-01",
      "20260230", "S64.1.7", "昭和64年1月7日", "R0.1.1", "R83.1.1", "2026-10/05", "2026/10-5", "26/10/05", "10/5",
      "1-1",
      "2026-10", "2026年10月", "2026-10-05 09:00", "2026-10-05 00:00", "202610051", "2026-100-5", "2026-10-005",
      "abc",
      "令和8年10月5", "T8.10.5", "2026-10-05x", "-2026-10-05", "2026 10 05", "2026- 10-05", "123456", "1234",
      "平成元年1月8日", "99999999999999999999",
    ])
  func invalid(text: String) {
    #expect(value(text) { c throws(CellFault) in try c.date() } == .failure(CodedFault(.invalidDate)))
  }

  @Test("a number of five digits is an Excel serial date", arguments: ["46300", "４６３００", "46300.5", "00001"])
  func excelSerials(text: String) {
    #expect(value(text) { c throws(CellFault) in try c.date() } == .failure(CodedFault(.excelSerialDate)))
    #expect(
      value(text) { c throws(CellFault) in try c.timestamp() } == .failure(CodedFault(.excelSerialDate)))
    #expect(
      value(text) { c throws(CellFault) in try c.dateOrTimestamp() } == .failure(CodedFault(.excelSerialDate))
    )
  }

  @Test(
    "the years 1990 and 2100 are inside", arguments: ["1990-01-01", "2100-12-31", "2100/12/31", "1990.1.1"])
  func borders(text: String) throws {
    #expect(throws: Never.self) { try value(text) { c throws(CellFault) in try c.date() }.get() }
  }

  @Test("every day of 1990 to 2100 is read as itself in every form")
  func everyDay() throws {
    for number in stride(from: 7305, through: 47_846, by: 7) {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.components
      for text in [
        day.description, "\(year)/\(month)/\(dayOfMonth)", "\(year)年\(month)月\(dayOfMonth)日",
        "H\(year - 1988).\(month).\(dayOfMonth)",
      ] {
        #expect(try value(text) { c throws(CellFault) in try c.date() }.get() == day, "\(text)")
      }
    }
  }
}
