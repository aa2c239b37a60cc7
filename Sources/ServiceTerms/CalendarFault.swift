public import Records

/// A question that the calendar cannot answer; nothing is ever guessed from a year that the file does not cover.
public enum CalendarFault: Error, Hashable {
  case outsideYears(day: Day, years: ClosedRange<Int>)

  public var message: Message {
    switch self {
    case .outsideYears(let day, let years):
      Message(
        ja: "\(day) は holidays.csv の \(years.lowerBound)年から\(years.upperBound)年までの外です。"
          + "内閣府の新しいファイルに置き換えてください",
        en: "\(day) lies outside the years \(years.lowerBound)-\(years.upperBound) of holidays.csv; "
          + "put a newer file of the Cabinet Office in its place")
    }
  }
}

extension CalendarFault: CustomStringConvertible {
  public var description: String { message.en }
}
