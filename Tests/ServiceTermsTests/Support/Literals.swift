public import Records
import Testing

/// Days and instants are written as they stand in a report: `"2026-10-05"`, `"2026-10-05 13:00:01"`.
extension Day: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
      Issue.record("no day: \(text)")
      self.init(number: 0)
      return
    }
    self = day
  }
}

/// A bare day is its 00:00.
extension JSTInstant: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    let parts = text.split(separator: " ").map(String.init)
    let time = parts.count < 2 ? [] : parts[1].split(separator: ":").compactMap { Int($0) }
    let seconds = zip(time, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    self = Day(stringLiteral: parts[0]).at(TimeOfDay(seconds: seconds))
  }
}

extension BillingMonth: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    if BillingMonth(text) == nil { Issue.record("no month: \(text)") }
    self = BillingMonth(text) ?? Day(number: 0).month
  }
}
