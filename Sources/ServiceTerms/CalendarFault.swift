public import Records

/// A question that the calendar cannot answer; nothing is ever guessed from a year that the file does not cover.
public enum CalendarFault: Error, Hashable, CustomStringConvertible {
  case outsideYears(day: Day, years: ClosedRange<Int>)

  public var description: String {
    switch self {
    case .outsideYears(let day, let years):
      """
      \(day) lies outside the years \(years.lowerBound)-\(years.upperBound) of holidays.csv; \
      put a newer file of the Cabinet Office in its place
      """
    }
  }
}
