import Records
import Testing

@testable import Intake

struct TimestampsTests {
  @Test(
    "every form of a timestamp is read",
    arguments: [
      ("2026-10-05 09:05:30", "2026-10-05T09:05:30"), ("2026-10-05T09:05:30", "2026-10-05T09:05:30"),
      ("2026-10-05t09:05:30", "2026-10-05T09:05:30"), ("2026-10-05 09:05", "2026-10-05T09:05:00"),
      ("2026-10-05 9:05", "2026-10-05T09:05:00"), ("2026/10/5 9:05", "2026-10-05T09:05:00"),
      ("2026/10/5 9:05:07", "2026-10-05T09:05:07"), ("2026.10.5 23:59:59", "2026-10-05T23:59:59"),
      ("20261005 9:05", "2026-10-05T09:05:00"), ("20261005T09:05:30", "2026-10-05T09:05:30"),
      ("2026年10月5日 9時5分", "2026-10-05T09:05:00"), ("2026-10-05 9時05分", "2026-10-05T09:05:00"),
      ("2026年10月5日 9時5分7秒", "2026-10-05T09:05:07"), ("令和8年10月5日 9:05", "2026-10-05T09:05:00"),
      ("R8.10.5 09:05", "2026-10-05T09:05:00"), ("２０２６／１０／５　９：０５", "2026-10-05T09:05:00"),
      ("2026-10-05  09:05", "2026-10-05T09:05:00"), ("2026-10-05 00:00", "2026-10-05T00:00:00"),
      ("1990-01-01 00:00:00", "1990-01-01T00:00:00"), ("2100-12-31 23:59:59", "2100-12-31T23:59:59"),
    ])
  func forms(text: String, instant: String) throws {
    #expect(try value(text) { c throws(CellFault) in try c.timestamp() }.get().description == instant)
    #expect(try value(text) { c throws(CellFault) in try c.dateOrTimestamp() }.get().description == instant)
  }

  @Test(
    "an explicit offset is honoured",
    arguments: [
      ("2026-10-05T00:05:30Z", "2026-10-05T09:05:30"), ("2026-10-05 00:05Z", "2026-10-05T09:05:00"),
      ("2026-10-05T09:05:30+09:00", "2026-10-05T09:05:30"),
      ("2026-10-05 09:05:30 +09:00", "2026-10-05T09:05:30"),
      ("2026-10-04T20:05:30-04:00", "2026-10-05T09:05:30"),
      ("2026-10-05T05:35:30+05:30", "2026-10-05T09:05:30"),
      ("2026-10-05T09:05:30+0900", "2026-10-05T09:05:30"), ("2026-12-31T23:00:00Z", "2027-01-01T08:00:00"),
      ("1989-12-31T15:00:00Z", "1990-01-01T00:00:00"),
    ])
  func offsets(text: String, instant: String) throws {
    #expect(try value(text) { c throws(CellFault) in try c.timestamp() }.get().description == instant)
  }

  @Test(
    "an impossible time, a time outside 1990-2100 or another form is invalid",
    arguments: [
      "2026-02-30 09:00", "2026-10-05 24:00", "2026-10-05 25:30", "2026-10-05 09:60", "2026-10-05 09:05:60",
      "2026-10-05 9:5", "2026-10-05 9", "2026-10-05 9時", "2026-10-05_09:05", "2026-10-0509:05", "09:05",
      "2026-10-05 09:05:30.5", "2026-10-05 09:05 JST", "2026-10-05T09:05+25:00", "2026-10-05 09:05:3",
      "2100-12-31T15:00:00Z", "1989-12-31 23:59:59", "2026-10-05 ０９:０５x", "2026-10-05 -1:05", "soon",
    ])
  func invalid(text: String) {
    #expect(
      value(text) { c throws(CellFault) in try c.timestamp() } == .failure(CodedFault(.invalidTimestamp)))
    #expect(
      value(text) { c throws(CellFault) in try c.dateOrTimestamp() }
        == .failure(CodedFault(.invalidTimestamp)))
  }

  @Test(
    "a bare date is 00:00 where the column takes one",
    arguments: ["2026-10-05", "2026/10/5", "R8.10.5", "20261005"])
  func bareDates(text: String) throws {
    #expect(
      try value(text) { c throws(CellFault) in try c.dateOrTimestamp() }.get().description
        == "2026-10-05T00:00:00")
    #expect(
      value(text) { c throws(CellFault) in try c.timestamp() } == .failure(CodedFault(.invalidTimestamp)))
  }
}
