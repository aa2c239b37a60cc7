import Records

/// Sentences of the reports with values in them (文), each in `phrases` of the labels; `{name}` stands for a value.
enum Phrase: String, CaseIterable, Sendable, Labelled {
  case month
  case asOf = "as_of"
  case changeUp = "change_up"
  case changeDown = "change_down"
  case overdueOf = "overdue_of"
  case openOf = "open_of"
  case theirs
  case windowNote = "window_note"
  case withinDays = "within_days"
  case andMore = "and_more"
  case lateDays = "late_days"
  case lateHours = "late_hours"
  case lateMinutes = "late_minutes"
  case notDoneSince = "not_done_since"
  case outDays = "out_days"
  case endsOn = "ends_on"
  case due
  case awaitingSince = "awaiting_since"
  case asksTickets = "asks_tickets"
  case rejectedIn = "rejected_in"
  case noData = "no_data"

  static var labelSection: LabelSection { .phrases }

  /// The names of the values that the sentence may show.
  var placeholders: [String] {
    switch self {
    case .month: ["year", "month", "code"]
    case .asOf: ["day"]
    case .changeUp, .changeDown: ["points"]
    case .overdueOf, .openOf, .andMore: ["count"]
    case .theirs: ["yen"]
    case .windowNote, .withinDays, .lateDays, .outDays: ["days"]
    case .lateHours: ["hours"]
    case .lateMinutes: ["minutes"]
    case .notDoneSince, .due: ["deadline"]
    case .endsOn: ["day", "state"]
    case .awaitingSince: ["day", "verdict"]
    case .asksTickets: ["tickets"]
    case .rejectedIn: ["rows"]
    case .noData: ["title"]
    }
  }
}

extension Labels {
  func phrase(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    var text = self[phrase]
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      text = text.filling(name, with: value)
    }
    return text
  }

  /// `2026年10月`
  func month(_ month: BillingMonth) -> String {
    phrase(.month, ["year": String(month.year), "month": String(month.month), "code": month.description])
  }

  /// `2026/10/31` in Japanese, `2026-10-31` in English, as the workbook writes it.
  func day(_ day: Day) -> String {
    language == .ja ? day.slashed : day.description
  }

  /// To the minute.
  func instant(_ instant: JSTInstant) -> String { "\(day(instant.day)) \(instant.timeOfDay)" }

  func deadline(_ deadline: Deadline) -> String {
    switch deadline {
    case .endOf(let day): "\(self.day(day)) 24:00"
    case .at(let instant): self.instant(instant)
    }
  }
}
