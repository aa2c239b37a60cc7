public import Records

/// An edition of the catalogue with the calendar that follows from it.
public final class RuleBook: Sendable {
  public let edition: Edition
  public let calendar: BusinessCalendar

  public init(edition: Edition, holidays: NationalHolidays) {
    self.edition = edition
    self.calendar = BusinessCalendar(holidays: holidays, edition: edition)
  }

  /// SB-1's hours, which also hold where a case has no service.
  public func reception(of service: ServiceCode?) -> Reception {
    if let service, let entry = edition.services[service] { return entry.reception }
    return .businessDays(from: edition.businessHours.from, through: edition.businessHours.through)
  }
}

/// The month being run and the rule books by date (対象月と版).
public struct MonthFrame: Sendable {
  public let month: BillingMonth
  public let catalogue: Catalogue
  private let ruleBooks: [RuleBook]

  public init(month: BillingMonth, catalogue: Catalogue, holidays: NationalHolidays) {
    self.month = month
    self.catalogue = catalogue
    ruleBooks = catalogue.editions.map { RuleBook(edition: $0, holidays: holidays) }
  }

  /// 24:00 of the month's last day: what happens then or later has not happened yet.
  public var asOf: JSTInstant { month.asOf }

  /// The rule book in force on `day`.
  public func ruleBook(on day: Day) -> RuleBook {
    ruleBooks.count == 1 ? ruleBooks[0] : ruleBooks[catalogue.index(on: day)]
  }

  /// The rule book in force at the end of the month.
  public var closing: RuleBook { ruleBook(on: month.lastDay) }

  /// Whether the customer had taken the case back by as-of: from its completion on, or from its reception without one.
  func isWithdrawn(_ supportCase: SupportCase) -> Bool {
    supportCase.outcome == .withdrawn && happened(supportCase.completedAt ?? supportCase.receivedAt) != nil
  }

  /// The instant, unless it lies at or after as-of.
  public func happened(_ instant: JSTInstant?) -> JSTInstant? {
    guard let instant, instant < asOf else { return nil }
    return instant
  }
}
