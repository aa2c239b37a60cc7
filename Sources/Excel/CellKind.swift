import Records
import Reports

/// What decides the number format and the alignment of a cell.
enum CellKind: Int, CaseIterable {
  case text, wrapped, count, decimal, yen, day, endOfDay, instant, permille, percent, flag

  init(_ cell: Cell) {
    switch cell {
    case .blank, .text, .link: self = .text
    case .number: self = .count
    case .decimal: self = .decimal
    case .yen: self = .yen
    case .day: self = .day
    case .instant, .deadline(.at): self = .instant
    case .deadline(.endOf): self = .endOfDay
    case .permille: self = .permille
    case .percent: self = .percent
    case .flag: self = .flag
    case .formula(_, let value): self = CellKind(value)
    }
  }

  func numberFormat(_ notation: Workbook.DayNotation) -> String? {
    let day = notation == .slashes ? "yyyy/mm/dd" : "yyyy-mm-dd"
    switch self {
    case .text, .wrapped, .flag: return nil
    case .count: return "#,##0"
    case .decimal: return "#,##0.0"
    case .yen: return "#,##0;[Red]-#,##0"
    case .day: return day
    case .endOfDay: return "\(day)\" 24:00\""
    case .instant: return "\(day) hh:mm"
    case .permille: return "0.0%"
    case .percent: return "0%"
    }
  }

  var alignment: Look.Horizontal {
    switch self {
    case .text, .wrapped: .general
    case .count, .decimal, .yen, .permille, .percent: .right
    case .day, .endOfDay, .instant, .flag: .center
    }
  }
}

/// Days and times as Excel counts them: days since 1899-12-30.
enum Serial {
  static let epoch = 25_569

  static func number(_ day: Day) -> Double { Double(Int(day.number) + epoch) }
  static func number(_ instant: JSTInstant) -> Double {
    Double(instant.seconds + epoch * 86_400) / 86_400
  }
}
