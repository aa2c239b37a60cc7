/// The national holidays (国民の祝日・休日) with their names, and the years that their file covers.
///
/// Whether a day outside `years` is a holiday is not known; nobody may guess.
public struct NationalHolidays: Sendable {
  public let byDay: [Day: String]
  /// From the first year of the file through the last.
  public let years: ClosedRange<Int>

  /// Nil without any holiday.
  public init?(byDay: [Day: String]) {
    guard let first = byDay.keys.min(), let last = byDay.keys.max() else { return nil }
    self.byDay = byDay
    years = first.year...last.year
  }
}
