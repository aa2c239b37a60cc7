/// A second in Japan (Asia/Tokyo, UTC+9, no daylight saving), counted from 1970-01-01T00:00:00 local time.
///
/// Four bytes, since a month holds millions of them; covers 1970 to 2106.
public struct JSTInstant: Hashable, Sendable {
  private let stored: UInt32

  public init(seconds: Int) { stored = UInt32(clamping: seconds) }

  public var seconds: Int { Int(stored) }
  public var day: Day { Day(number: seconds / 86_400) }
  public var timeOfDay: TimeOfDay { TimeOfDay(seconds: seconds % 86_400) }

  public static func + (instant: JSTInstant, seconds: Int) -> JSTInstant {
    JSTInstant(seconds: instant.seconds + seconds)
  }
  public static func - (later: JSTInstant, earlier: JSTInstant) -> Int { later.seconds - earlier.seconds }
}

extension JSTInstant: Comparable {
  public static func < (left: JSTInstant, right: JSTInstant) -> Bool { left.stored < right.stored }
}

/// `2026-10-05T13:00:00`
extension JSTInstant: CustomStringConvertible {
  public var description: String {
    "\(day)T\(timeOfDay):\(padded(seconds % 60, 2))"
  }
}

/// The latest moment that is in time: any time on a day, or an instant that includes itself.
public enum Deadline: Hashable, Sendable {
  case endOf(Day)
  case at(JSTInstant)

  /// The instant to subtract from: 24:00 for the end of a day.
  public var instant: JSTInstant {
    switch self {
    case .endOf(let day): day.end
    case .at(let instant): instant
    }
  }

  /// The day the deadline belongs to; 24:00 belongs to the day that it ends.
  public var day: Day {
    switch self {
    case .endOf(let day): day
    case .at(let instant): instant.day
    }
  }

  /// Whether an event at `event` is in time.
  public func includes(_ event: JSTInstant) -> Bool {
    switch self {
    case .endOf(let day): event < day.end
    case .at(let instant): event <= instant
    }
  }
}

/// `2026-10-06T24:00:00` for the end of a day, else as the instant.
extension Deadline: CustomStringConvertible {
  public var description: String {
    switch self {
    case .endOf(let day): "\(day)T24:00:00"
    case .at(let instant): instant.description
    }
  }
}
