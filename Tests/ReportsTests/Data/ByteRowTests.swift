import Records
import Testing

@testable import Reports

@Suite("Fields of a data file")
struct ByteRowTests {
  private func line(_ fill: (inout ByteRow) -> Void) -> String {
    var row = ByteRow(capacity: 1)
    fill(&row)
    row.end()
    return text(row.bytes)
  }

  @Test(
    "Text is quoted only where it must be",
    arguments: [
      ("", ""), ("plain", "plain"), ("東京 太郎", "東京 太郎"), ("a,b", "\"a,b\""),
      ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""), ("cr\r", "\"cr\r\""),
      ("=1+1", "=1+1"),
    ])
  func quoting(value: String, expected: String) {
    #expect(line { $0.add(value) } == expected + "\n")
  }

  @Test("Numbers are plain integers", arguments: [0, 7, -1, 1_234_567, Int.max, Int.min])
  func numbers(number: Int) {
    #expect(line { $0.add(number) } == "\(number)\n")
    #expect(line { $0.add(Yen(number)) } == "\(number)\n")
  }

  @Test(
    "Every day from 1990 to 2100 is written as its description",
    arguments: Array(stride(from: 7305, to: 47_847, by: 97)))
  func days(number: Int) {
    let day = Day(number: number)
    #expect(line { $0.add(day) } == "\(day)\n")
    #expect(line { $0.add(day.month) } == "\(day.month)\n")
    let instant = JSTInstant(seconds: number * 86_400 + number * 7919 % 86_400)
    #expect(line { $0.add(instant) } == "\(instant)\n")
    #expect(line { $0.add(Deadline.at(instant)) } == "\(instant)\n")
    #expect(line { $0.add(Deadline.endOf(day)) } == "\(day)T24:00:00\n")
  }

  @Test("What is missing is an empty field, and fields are parted by commas")
  func blanks() {
    let written = line { row in
      row.add(Day?.none)
      row.add(JSTInstant?.none)
      row.add(Deadline?.none)
      row.add(Int?.none)
      row.add(Yen?.none)
      row.add(BillingMonth?.none)
      row.add(Region?.none)
      row.blank()
      row.add(true)
      row.add(false)
      row.add(Region.tokyo)
    }
    #expect(written == ",,,,,,,,Y,N,tokyo\n")
  }
}
