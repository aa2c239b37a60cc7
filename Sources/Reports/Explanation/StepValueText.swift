import Records
import ServiceTerms

extension Labels {
  /// A value as it stands in a sentence, with its unit.
  func text(of value: StepValue) -> String {
    switch value {
    case .day(let day): text(of: day)
    case .instant(let instant): text(of: instant)
    case .deadline(.endOf(let day)): "\(text(of: day)) 24:00"
    case .deadline(.at(let instant)): text(of: instant)
    case .month(let month): month.description
    case .time(let time): time.description
    case .number(let number): String(number)
    case .businessDay(let number):
      number == 1 ? self[.units, "next_business_day"] : quantity(number, "business_days_later")
    case .businessMinutes(let minutes): duration(minutes, days: 0)
    case .elapsedMinutes(let minutes): duration(minutes % 1440, days: minutes / 1440)
    case .yen(let yen): "\(grouped(yen.amount))\(gap)\(self[.units, "yen"])"
    case .text(let text): oneLine(text)
    case .service(let code): self[code]
    case .region(let code): self[code]
    case .channel(let code): self[code]
    case .category(let code): self[code]
    case .verdict(let code): self[code]
    case .basis(let code): self[code]
    case .leg(let code): self[code]
    case .party(let code): self[code]
    case .freightTerms(let code): self[code]
    }
  }

  /// `2026-09-18(金)`, `2026-09-18 (Fri)`
  private func text(of day: Day) -> String { "\(day)\(weekday(of: day))" }

  func weekday(of day: Day) -> String { "\(gap)(\(self[day.weekday]))" }

  /// To the minute, and to the second where it is not on one.
  private func text(of instant: JSTInstant) -> String {
    let seconds = instant.seconds % 60
    let tail = seconds == 0 ? "" : (seconds < 10 ? ":0" : ":") + String(seconds)
    return "\(text(of: instant.day)) \(instant.timeOfDay)\(tail)"
  }

  /// `2日3時間20分`; parts that are 0 are left out.
  private func duration(_ minutes: Int, days: Int) -> String {
    let parts = [(days, "days"), (minutes / 60, "hours"), (minutes % 60, "minutes")].filter { $0.0 != 0 }
    if parts.isEmpty { return quantity(0, "minutes") }
    return parts.map(quantity).joined(separator: gap)
  }

  private func quantity(_ number: Int, _ unit: String) -> String { "\(number)\(gap)\(self[.units, unit])" }

  /// What stands between a number and its unit.
  private var gap: String { language == .ja ? "" : " " }

  /// `-1,234,567`
  private func grouped(_ amount: Int) -> String {
    var digits = String(amount.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (amount < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
