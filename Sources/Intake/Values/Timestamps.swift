import Records

extension Cell {
  /// A timestamp (日時) of Japan: a date, a blank or `T`, and a time; another offset is converted.
  func timestamp() throws(CellFault) -> JSTInstant { try timestamp(takesDate: false) }

  /// The same, or a date alone, which is 00:00.
  func dateOrTimestamp() throws(CellFault) -> JSTInstant { try timestamp(takesDate: true) }

  private func timestamp(takesDate: Bool) throws(CellFault) -> JSTInstant {
    if let instant = plainTimestamp(takesDate: takesDate) { return instant }
    if let instant = TimestampText.instant(self, takesDate: takesDate) { return instant }
    return try folded { cell throws(CellFault) in
      if DateText.isExcelSerial(cell) { throw CellFault(.excelSerialDate) }
      guard let instant = TimestampText.instant(cell, takesDate: takesDate) else {
        throw CellFault(.invalidTimestamp)
      }
      return instant
    }
  }

  /// `2026-10-05 09:05:30` or `2026-10-05 09:05`; nil for every other form, and for what is no time at all.
  @inline(__always)
  private func plainTimestamp(takesDate: Bool) -> JSTInstant? {
    guard count == 19 || count == 16 || (takesDate && count == 10), let day = plainDay()
    else { return nil }
    if count == 10 { return day.start }
    guard self[10] == Ascii.blank || self[10] == 0x54 else { return nil }
    if count == 19 {
      guard let time = pairs(at: 11, separators: 0x0000_3A00_003A_0000) else { return nil }
      return instant(day, hour: time & 0xFF, minute: time >> 24 & 0xFF, second: time >> 48 & 0xFF)
    }
    // The two digits of the day stand there again.
    let separators = UInt64(self[10]) << 16 | 0x0000_3A00_0000_0000
    guard let time = pairs(at: 8, separators: separators) else { return nil }
    return instant(day, hour: time >> 24 & 0xFF, minute: time >> 48 & 0xFF, second: 0)
  }

  @inline(__always)
  private func instant(_ day: Day, hour: UInt64, minute: UInt64, second: UInt64) -> JSTInstant? {
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return JSTInstant(seconds: Int(day.number) * 86_400 + Int(hour * 3600 + minute * 60 + second))
  }
}

/// The forms of a timestamp. Full-width forms are folded before; but most cells are read as they stand.
enum TimestampText {
  /// The seconds of 1990 to 2100 since 1970, Japan's time.
  private static let range = DateText.days.lowerBound.start.seconds..<DateText.days.upperBound.end.seconds

  private static let secondsAhead = 9 * 3600

  /// The moment that the whole cell is; nil where it is none, or one out of range.
  static func instant(_ cell: Cell, takesDate: Bool) -> JSTInstant? {
    guard let seconds = seconds(cell, takesDate: takesDate), range.contains(seconds) else { return nil }
    return JSTInstant(seconds: seconds)
  }

  /// Seconds since 1970-01-01T00:00 in Japan; nil where the cell is no timestamp.
  private static func seconds(_ cell: Cell, takesDate: Bool) -> Int? {
    var position = 0
    guard let day = DateText.day(cell, at: &position) else { return nil }
    let midnight = Int(day.number) * 86_400
    if position == cell.count { return takesDate ? midnight : nil }
    guard skipSeparator(cell, at: &position), let time = time(cell, at: &position),
      let shift = offset(cell, at: &position), position == cell.count
    else { return nil }
    return midnight + time + shift
  }

  /// Blanks, or a `T`.
  private static func skipSeparator(_ cell: Cell, at position: inout Int) -> Bool {
    if DateText.take("T", cell, at: &position) || DateText.take("t", cell, at: &position) { return true }
    return skipBlanks(cell, at: &position)
  }

  private static func skipBlanks(_ cell: Cell, at position: inout Int) -> Bool {
    let start = position
    while position < cell.count, cell[position] == Ascii.blank { position += 1 }
    return position > start
  }

  /// Seconds since midnight: `9:05`, `09:05:30`, `9時5分`, `9時5分30秒`; 24:00 is no time of the day.
  private static func time(_ cell: Cell, at position: inout Int) -> Int? {
    guard let hour = DateText.number(cell, at: &position, digits: 1...2), hour < 24 else { return nil }
    let isKanji = DateText.take("時", cell, at: &position)
    guard isKanji || DateText.take(":", cell, at: &position),
      let minute = DateText.number(cell, at: &position, digits: isKanji ? 1...2 : 2...2), minute < 60,
      !isKanji || DateText.take("分", cell, at: &position)
    else { return nil }
    guard let second = second(cell, at: &position, isKanji: isKanji), second < 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func second(_ cell: Cell, at position: inout Int, isKanji: Bool) -> Int? {
    if isKanji {
      guard position < cell.count, cell.digit(position) <= 9 else { return 0 }
      guard let second = DateText.number(cell, at: &position, digits: 1...2),
        DateText.take("秒", cell, at: &position)
      else { return nil }
      return second
    }
    guard DateText.take(":", cell, at: &position) else { return 0 }
    return DateText.number(cell, at: &position, digits: 2...2)
  }

  /// What to add for an explicit offset: `Z`, `+09:00`, `-0500`; nothing for Japan's time, which needs none.
  private static func offset(_ cell: Cell, at position: inout Int) -> Int? {
    if position == cell.count { return 0 }
    _ = skipBlanks(cell, at: &position)
    if DateText.take("Z", cell, at: &position) || DateText.take("z", cell, at: &position) {
      return secondsAhead
    }
    let isAhead = DateText.take("+", cell, at: &position)
    guard isAhead || DateText.take("-", cell, at: &position) else { return nil }
    if let compact = DateText.number(cell, at: &position, digits: 4...4) {
      return shift(hours: compact / 100, minutes: compact % 100, isAhead: isAhead)
    }
    guard let hours = DateText.number(cell, at: &position, digits: 2...2),
      DateText.take(":", cell, at: &position),
      let minutes = DateText.number(cell, at: &position, digits: 2...2)
    else { return nil }
    return shift(hours: hours, minutes: minutes, isAhead: isAhead)
  }

  private static func shift(hours: Int, minutes: Int, isAhead: Bool) -> Int? {
    guard hours < 24, minutes < 60 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return secondsAhead - (isAhead ? seconds : -seconds)
  }
}
