import Records

extension Cell {
  /// A date (日付) in any of the forms that people write, from 1990 to 2100.
  ///
  /// `2026-10-05`, `2026/10/5`, `2026.10.5`, `20261005`, `2026年10月5日`, `令和8年10月5日`, `R8.10.5`. The years of an
  /// era count on beyond its end, as in contracts written before it: 平成35年 is 2023.
  func date() throws(CellFault) -> Day {
    if count == 10, let day = plainDay() { return day }
    if let day = DateText.day(self) { return day }
    return try folded { cell throws(CellFault) in
      if DateText.isExcelSerial(cell) { throw CellFault(.excelSerialDate) }
      guard let day = DateText.day(cell) else { throw CellFault(.invalidDate) }
      return day
    }
  }

  /// `2026-10-05` at the start of the cell, which has ten bytes at least; also with two slashes or dots.
  ///
  /// Nil where there is no such day, or it is out of range.
  @inline(__always)
  func plainDay() -> Day? {
    let (century, rest) = (digit(0), digit(1))
    guard century <= 9, rest <= 9,
      let pairs = pairs(at: 2, separators: ByteWord.repeating(self[4]) & 0x0000_FF00_00FF_0000),
      self[4] == 0x2D || self[4] == 0x2F || self[4] == 0x2E
    else { return nil }
    let year = (Int(century) * 10 + Int(rest)) * 100 + Int(pairs & 0xFF)
    return MonthStarts.day(year: year, month: Int(pairs >> 24 & 0xFF), day: Int(pairs >> 48 & 0xFF))
  }

  /// Three numbers of two digits in the eight bytes from `offset` on, with two `separators` between them: the first one in
  /// the lowest byte, the second in the fourth, the third in the seventh. Nil where something else stands there.
  @inline(__always)
  func pairs(at offset: Int, separators: UInt64) -> UInt64? {
    let word = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    // Digits become their values, the separators 0.
    let values = word ^ (0x3030_0030_3000_3030 | separators)
    let isDigits = ((values &+ 0x7676_7676_7676_7676) | values) & ByteWord.highBits == 0
    guard isDigits, values & 0x0000_FF00_00FF_0000 == 0 else { return nil }
    return values &* 10 &+ values >> 8
  }
}

/// The number of the first day of each month from 1990 to 2100, and of the month after: exports hold millions of dates.
private enum MonthStarts {
  private static let firstYear = 1990
  private static let numbers: [Int32] = (0...111 * 12).compactMap { month in
    Day(year: firstYear + month / 12, month: month % 12 + 1, day: 1)?.number
  }

  @inline(__always)
  static func day(year: Int, month: Int, day: Int) -> Day? {
    let index = (year - firstYear) * 12 + month - 1
    guard year >= firstYear, month >= 1, month <= 12, index + 1 < numbers.count else { return nil }
    let start = Int(numbers[index])
    guard day >= 1, start + day <= Int(numbers[index + 1]) else { return nil }
    return Day(number: start + day - 1)
  }
}

/// The forms of a date. Full-width forms are folded before; but most cells are read as they stand.
enum DateText {
  /// The days of 1990 to 2100; no date of a maintenance contract lies outside.
  static let days = Day(number: 7305)...Day(number: 47_846)

  /// Five digits, with or without a fraction: Excel's count of days.
  static func isExcelSerial(_ cell: Cell) -> Bool {
    var position = 0
    guard number(cell, at: &position, digits: 5...5) != nil else { return false }
    if take(".", cell, at: &position), number(cell, at: &position, digits: 1...17) == nil { return false }
    return position == cell.count
  }

  /// The day that the whole cell is; nil where it is none, or one out of range.
  static func day(_ cell: Cell) -> Day? {
    var position = 0
    guard let day = day(cell, at: &position), position == cell.count, days.contains(day) else { return nil }
    return day
  }

  /// The day that is written from `position` on, in any year; nil where there is none.
  static func day(_ cell: Cell, at position: inout Int) -> Day? {
    if let base = era(cell, at: &position) {
      if take("元", cell, at: &position) { return rest(cell, at: &position, year: base + 1) }
      guard let year = number(cell, at: &position, digits: 1...3), year > 0 else { return nil }
      return rest(cell, at: &position, year: base + year)
    }
    if let number = number(cell, at: &position, digits: 8...8) {
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    guard let year = number(cell, at: &position, digits: 4...4) else { return nil }
    return rest(cell, at: &position, year: year)
  }

  /// The year before the first of the era (元号) that stands next.
  private static func era(_ cell: Cell, at position: inout Int) -> Int? {
    guard position < cell.count, cell.digit(position) > 9 else { return nil }
    for (name, capital, small, base) in eras
    where take(name, cell, at: &position) || take(capital, cell, at: &position)
      || take(small, cell, at: &position)
    {
      return base
    }
    return nil
  }
  private static let eras: [(StaticString, StaticString, StaticString, Int)] = [
    ("令和", "R", "r", 2018), ("平成", "H", "h", 1988), ("昭和", "S", "s", 1925),
  ]

  /// Month and day, after the year.
  private static func rest(_ cell: Cell, at position: inout Int, year: Int) -> Day? {
    if take("年", cell, at: &position) {
      guard let month = number(cell, at: &position, digits: 1...2), take("月", cell, at: &position),
        let day = number(cell, at: &position, digits: 1...2), take("日", cell, at: &position)
      else { return nil }
      return Day(year: year, month: month, day: day)
    }
    guard let separator = separator(cell, at: &position),
      let month = number(cell, at: &position, digits: 1...2), take(separator, cell, at: &position),
      let day = number(cell, at: &position, digits: 1...2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func separator(_ cell: Cell, at position: inout Int) -> StaticString? {
    if take("/", cell, at: &position) { return "/" }
    if take("-", cell, at: &position) { return "-" }
    return take(".", cell, at: &position) ? "." : nil
  }

  /// A number of so many digits, all that stand there; else nil, and `position` stays.
  static func number(_ cell: Cell, at position: inout Int, digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var end = position
    while end < cell.count, cell.digit(end) <= 9, end - position <= digits.upperBound {
      value = value * 10 + Int(cell.digit(end))
      end += 1
    }
    guard digits.contains(end - position) else { return nil }
    position = end
    return value
  }

  /// Steps over `mark` where it stands next.
  @inline(__always)
  static func take(_ mark: StaticString, _ cell: Cell, at position: inout Int) -> Bool {
    let start = position
    let count = mark.utf8CodeUnitCount
    guard start + count <= cell.count else { return false }
    let isThere = mark.withUTF8Buffer { bytes in
      for index in bytes.indices where cell[start + index] != bytes[index] { return false }
      return true
    }
    if isThere { position = start + count }
    return isThere
  }
}
