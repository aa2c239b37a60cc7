/// The month that is being closed (締め月).
public struct BillingMonth: Hashable, Sendable {
  /// Months since January of year 0.
  public let number: Int16

  init(number: Int) { self.number = Int16(truncatingIfNeeded: number) }
  init(validYear year: Int, month: Int) { self.init(number: year * 12 + month - 1) }

  public init?(year: Int, month: Int) {
    guard (1990...2100).contains(year), (1...12).contains(month) else { return nil }
    self.init(validYear: year, month: month)
  }

  /// Reads `2026-10`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }),
      let year = Int(parts[0]), let month = Int(parts[1])
    else { return nil }
    self.init(year: year, month: month)
  }

  public var year: Int { Int(number) / 12 }
  public var month: Int { Int(number) % 12 + 1 }
  public var length: Int { Day.length(ofMonth: month, year: year) }
  public var firstDay: Day { Day(validYear: year, month: month, day: 1) }
  public var lastDay: Day { firstDay + (length - 1) }
  /// 24:00 of the last day; what happens then or later has not happened yet.
  public var asOf: JSTInstant { lastDay.end }

  public var next: BillingMonth { self + 1 }
  public var previous: BillingMonth { self + -1 }
  public static func + (month: BillingMonth, months: Int) -> BillingMonth {
    BillingMonth(number: Int(month.number) + months)
  }
  public func contains(_ day: Day) -> Bool { day >= firstDay && day <= lastDay }
}

extension BillingMonth: Comparable {
  public static func < (left: BillingMonth, right: BillingMonth) -> Bool { left.number < right.number }
}

extension BillingMonth: Strideable {
  public func distance(to other: BillingMonth) -> Int { Int(other.number - number) }
  public func advanced(by months: Int) -> BillingMonth { self + months }
}

/// `2026-10`
extension BillingMonth: CustomStringConvertible {
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
}
