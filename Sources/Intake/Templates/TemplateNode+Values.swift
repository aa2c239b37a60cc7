public import Records

extension TemplateNode {
  /// A text that is not empty.
  public func text() throws(TemplateFault) -> String {
    guard case .text(let text) = content, !text.isEmpty else {
      throw isNo(Message(ja: "文字列", en: "text"), expected: Message(ja: "文字列", en: "a text"))
    }
    return text
  }

  /// A text that is not empty, with `{name}` in the places of values; any other name is a fault.
  public func text(placeholders: [String]) throws(TemplateFault) -> String {
    let text = try text()
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let name = part.prefix { $0 != "}" }
      guard name.endIndex < part.endIndex, placeholders.contains(String(name)) else {
        throw unknownPlaceholder("{\(name)}", known: placeholders.map { "{\($0)}" })
      }
    }
    return text
  }

  /// A placeholder that is none of those of its place.
  public func unknownPlaceholder(_ name: String, known: [String]) -> TemplateFault {
    fault(
      Message(ja: "知らない差し込み項目 \(name) です", en: "unknown placeholder \(name)"),
      expected: known.isEmpty ? Message(ja: "差し込み項目なし", en: "no placeholder") : Message(oneOf: known))
  }

  /// A whole number in `range`.
  public func whole(in range: ClosedRange<Int>) throws(TemplateFault) -> Int {
    guard case .text(let text) = content, let value = Int(text), range.contains(value) else {
      let (least, most) = (range.lowerBound, range.upperBound)
      throw isNotAllowed(
        expected: Message(ja: "\(least) から \(most) までの整数", en: "a whole number from \(least) to \(most)"))
    }
    return value
  }

  /// An amount in whole yen, not negative; `60_000` and `60,000` are 60000.
  public func yen() throws(TemplateFault) -> Yen {
    guard case .text(let text) = content, let value = Int(text.filter { $0 != "_" && $0 != "," }), value >= 0
    else {
      throw isNo(
        Message(ja: "金額", en: "amount"),
        expected: Message(ja: "60000 のような円単位の整数", en: "whole yen, such as 60000"))
    }
    return Yen(value)
  }

  /// `true` or `false`.
  public func flag() throws(TemplateFault) -> Bool {
    switch content {
    case .text("true"), .text("yes"): return true
    case .text("false"), .text("no"): return false
    default: throw isNotAllowed(expected: Message(oneOf: ["true", "false"]))
    }
  }

  /// One of the words of `Code`.
  public func oneOf<Code: RawRepresentable<String> & CaseIterable>(
    _ type: Code.Type
  ) throws(TemplateFault) -> Code {
    guard case .text(let text) = content, let code = Code(rawValue: text) else {
      throw isNotAllowed(expected: Message(oneOf: Code.allCases.map(\.rawValue)))
    }
    return code
  }

  /// A calendar day, written `2026-10-05`.
  public func day() throws(TemplateFault) -> Day {
    guard case .text(let text) = content, let day = Day(template: text) else {
      throw isNo(
        Message(ja: "日付", en: "date"),
        expected: Message(ja: "2026-10-05 のような日付", en: "a date such as 2026-10-05"))
    }
    return day
  }

  /// A day of every year, written `12-29`.
  public func monthDay() throws(TemplateFault) -> MonthDay {
    // A leap year, so that 02-29 is a day.
    guard case .text(let text) = content, text.utf8.count == 5, let day = Day(template: "2000-" + text) else {
      throw isNo(
        Message(ja: "月日", en: "day of the year"),
        expected: Message(ja: "12-29 のような月日", en: "month and day such as 12-29"))
    }
    return MonthDay(month: day.components.month, day: day.components.day)
  }

  /// A time of day, written `09:00`; `24:00` is the end of the day.
  public func time() throws(TemplateFault) -> TimeOfDay {
    let fault = isNo(
      Message(ja: "時刻", en: "time"), expected: Message(ja: "09:00 のような時刻", en: "a time such as 09:00"))
    guard case .text(let text) = content else { throw fault }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      text.utf8.allSatisfy({ (48...58).contains($0) }), let hour = Int(parts[0]), let minute = Int(parts[1]),
      minute < 60, hour * 60 + minute <= 1440
    else { throw fault }
    return TimeOfDay(hour: hour, minute: minute)
  }
}

extension Day {
  /// Reads `2026-10-05`, nothing else.
  init?(template text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
