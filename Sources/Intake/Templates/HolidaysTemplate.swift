public import Records

/// Reads `holidays.csv` (国民の祝日・休日) as the Cabinet Office publishes it.
///
/// CP932 or UTF-8; days as `2026/1/1` or `2026-01-01`. Blank lines are skipped.
public enum HolidaysTemplate {
  public static func read(_ bytes: [UInt8], file: String) throws(TemplateFault) -> NationalHolidays {
    var byDay: [Day: String] = [:]
    // No character of CP932 or UTF-8 has the byte of a newline inside it.
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      guard let text = decode(line, first: number == 1) else {
        throw TemplateFault(
          file: file, line: number, problem: Message(ja: "読めない文字があります", en: "unreadable characters"),
          expected: Message(oneOf: ["CP932", "UTF-8"]))
      }
      if number == 1 {
        try checkHeader(text, file: file)
      } else if !text.isEmpty {
        let (day, name) = try holiday(text, file: file, line: number)
        guard byDay.updateValue(name, forKey: day) == nil else {
          throw TemplateFault(
            file: file, line: number,
            problem: Message(ja: "\(day) が2回あります", en: "\(day) stands here a second time"))
        }
      }
    }
    guard let holidays = NationalHolidays(byDay: byDay) else {
      throw TemplateFault(
        file: file, line: 0, problem: Message(ja: "祝日が1つもありません", en: "there is no holiday"))
    }
    // Every year has holidays: those of a year without any are missing, and would be working days.
    let known = Set(byDay.keys.map(\.year))
    if let missing = holidays.years.first(where: { !known.contains($0) }) {
      let (first, last) = (holidays.years.lowerBound, holidays.years.upperBound)
      throw TemplateFault(
        file: file, line: 0,
        problem: Message(ja: "\(missing)年の祝日がありません", en: "the holidays of \(missing) are missing"),
        expected: Message(ja: "\(first)年から\(last)年までのすべての年", en: "every year from \(first) to \(last)"))
    }
    return holidays
  }

  /// The line without its end; UTF-8 first, since text of CP932 is hardly ever valid there.
  private static func decode(_ line: ArraySlice<UInt8>, first: Bool) -> String? {
    var line = line.last == 0x0D ? line.dropLast() : line
    if first, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    return String(validating: line, as: UTF8.self) ?? CP932.decode(line)
  }

  private static func checkHeader(_ text: String, file: String) throws(TemplateFault) {
    let columns = text.split(separator: ",", omittingEmptySubsequences: false)
    guard columns.count == 2, columns[0].hasSuffix("月日"), columns[1].hasSuffix("名称") else {
      throw TemplateFault(
        file: file, line: 1,
        problem: Message(ja: "祝日一覧の見出しではありません", en: "this is not the heading of the holidays"),
        expected: Message("国民の祝日・休日月日,国民の祝日・休日名称"))
    }
  }

  private static func holiday(
    _ text: String, file: String, line: Int
  ) throws(TemplateFault) -> (Day, String) {
    let columns = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      Substring($0)
    }
    let parts = (columns.first ?? "").utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-")
    }
    let numbers = parts.compactMap { $0.allSatisfy { (48...57).contains($0) } ? Int(Substring($0)) : nil }
    guard parts.count == 3, numbers.count == 3, (1948...2100).contains(numbers[0]),
      let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
    else {
      let text = columns.first ?? ""
      throw TemplateFault(
        file: file, line: line,
        problem: Message(ja: "「\(text)」は日付ではありません", en: "\"\(text)\" is no date"),
        expected: Message(ja: "2026/1/1 のような日付", en: "a date such as 2026/1/1"))
    }
    guard columns.count == 2, !columns[1].isEmpty else {
      throw TemplateFault(
        file: file, line: line, problem: Message(ja: "\(day) に名称がありません", en: "\(day) has no name"),
        expected: Message(ja: "月日,名称", en: "date,name"))
    }
    return (day, String(columns[1]))
  }
}
