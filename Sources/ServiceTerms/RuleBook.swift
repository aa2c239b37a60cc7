public import Records

/// An edition of the catalogue with the calendar that follows from it.
public final class RuleBook: Sendable {
  public let edition: Edition
  public let calendar: BusinessCalendar
  private let businessHours: Reception
  private let receptions: CodeTable<ServiceCode, Reception>
  private let accepted: CodeTable<ServiceCode, CodeTable<Channel, Bool>>

  public init(edition: Edition, holidays: NationalHolidays) {
    self.edition = edition
    calendar = BusinessCalendar(holidays: holidays, edition: edition)
    let hours = Reception.businessDays(
      from: edition.businessHours.from, through: edition.businessHours.through)
    businessHours = hours
    receptions = CodeTable { edition.services[$0]?.reception ?? hours }
    accepted = CodeTable { service in
      CodeTable { edition.services[service]?.channels.contains($0) ?? true }
    }
  }

  /// SB-1's hours, which also hold where a case has no service.
  public func reception(of service: ServiceCode?) -> Reception {
    service.map { receptions[$0] } ?? businessHours
  }

  /// Whether the service may be asked for by `channel`.
  public func accepts(_ channel: Channel, for service: ServiceCode) -> Bool { accepted[service][channel] }
}

/// The month being run and the rule books by date (対象月と版).
public struct MonthFrame: Sendable {
  public let month: BillingMonth
  public let catalogue: Catalogue
  /// 24:00 of the month's last day: what happens then or later has not happened yet.
  public let asOf: JSTInstant
  private let ruleBooks: [RuleBook]

  public init(month: BillingMonth, catalogue: Catalogue, holidays: NationalHolidays) {
    self.month = month
    asOf = month.asOf
    self.catalogue = catalogue
    ruleBooks = catalogue.editions.map { RuleBook(edition: $0, holidays: holidays) }
  }

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
