/// The services and settings by date (サービスカタログ), as `Templates/catalogue.yml` has them.
///
/// A case is judged by the edition in force on the day it was received, a charge priced by that of its event date.
public struct Catalogue: Sendable {
  /// Never empty; by `effectiveFrom`.
  public let editions: [Edition]

  /// Nil where there is no edition, or two begin on the same day.
  public init?(editions: [Edition]) {
    let sorted = editions.sorted { $0.effectiveFrom < $1.effectiveFrom }
    guard !sorted.isEmpty, zip(sorted, sorted.dropFirst()).allSatisfy({ $0.effectiveFrom < $1.effectiveFrom })
    else { return nil }
    self.editions = sorted
  }

  /// The edition in force on `day`; before the first edition, the first.
  public func edition(on day: Day) -> Edition { editions[index(on: day)] }

  /// The position of the edition in force on `day`, for callers that keep something per edition.
  public func index(on day: Day) -> Int {
    max(0, (editions.firstIndex { $0.effectiveFrom > day } ?? editions.count) - 1)
  }
}

/// Everything that was decided outside the terms, from a day on.
public struct Edition: Sendable {
  public var effectiveFrom: Day
  public var services: [ServiceCode: ServiceEntry]
  public var businessHours: BusinessHours
  public var closures: Closures
  public var targets: Targets
  public var settings: Settings
  public var carriers: [Carrier]

  public init(
    effectiveFrom: Day, services: [ServiceCode: ServiceEntry],
    businessHours: BusinessHours = BusinessHours(), closures: Closures = Closures(),
    targets: Targets = Targets(), settings: Settings = Settings(), carriers: [Carrier] = []
  ) {
    self.effectiveFrom = effectiveFrom
    self.services = services
    self.businessHours = businessHours
    self.closures = closures
    self.targets = targets
    self.settings = settings
    self.carriers = carriers
  }
}

/// One service of an edition.
public struct ServiceEntry: Sendable {
  public var channels: Set<Channel>
  public var reception: Reception
  /// Per year, or per pack for technical support; on the price basis of the company's settings.
  public var price: Yen?
  /// Attainment aimed at, in permille.
  public var objective: Int?
  /// Whether the first term is invoiced here; otherwise sales invoices it with the hardware.
  public var billsFirstTerm: Bool

  public init(
    channels: Set<Channel>, reception: Reception, price: Yen? = nil, objective: Int? = nil,
    billsFirstTerm: Bool = false
  ) {
    self.channels = channels
    self.reception = reception
    self.price = price
    self.objective = objective
    self.billsFirstTerm = billsFirstTerm
  }
}

/// When a service can be reached (受付時間).
public enum Reception: Hashable, Sendable {
  /// On business days, both ends inside (SB-1).
  case businessDays(from: TimeOfDay, through: TimeOfDay)
  /// 24 hours on 365 days (OD-1).
  case always
}

/// The hours of a business day (営業時間), both ends inside (SB-1).
public struct BusinessHours: Hashable, Sendable {
  public var from: TimeOfDay
  public var through: TimeOfDay

  public init(from: TimeOfDay = TimeOfDay(hour: 9), through: TimeOfDay = TimeOfDay(hour: 17, minute: 30)) {
    self.from = from
    self.through = through
  }
}

/// The provider's own closed days (SB-1).
public struct Closures: Sendable {
  /// Year end and New Year, both ends closed, as (month, day).
  public var yearEndFrom: MonthDay?
  public var yearEndThrough: MonthDay?
  /// Company holidays with their names.
  public var companyHolidays: [Day: String]

  public init(
    yearEndFrom: MonthDay? = MonthDay(month: 12, day: 29),
    yearEndThrough: MonthDay? = MonthDay(month: 1, day: 3),
    companyHolidays: [Day: String] = [:]
  ) {
    self.yearEndFrom = yearEndFrom
    self.yearEndThrough = yearEndThrough
    self.companyHolidays = companyHolidays
  }
}

public struct MonthDay: Hashable, Comparable, Sendable {
  public var month: Int
  public var day: Int
  public init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }
  public static func < (left: MonthDay, right: MonthDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

/// The targets of the terms (目標), each by its clause.
public struct Targets: Sendable {
  /// AR-1: business days after isolation until the part is shipped.
  public var shipWithinBusinessDays = 1
  /// ON-4: isolated by this time, the visit is due the same day.
  public var sameDayUntil = TimeOfDay(hour: 13)
  /// ON-3: the earliest business day of a visit in a metro area.
  public var metroEarliestBusinessDays = 1
  /// ON-6: the same elsewhere.
  public var otherEarliestBusinessDays = 2
  /// ON-5: months from the month of delivery to that of the start of cover.
  public var otherCoverAfterMonths = 2
  /// OD-2, in minutes.
  public var visitWithinMinutes = 240
  /// TS-9: tickets of a pack.
  public var ticketsPerPack = 5

  public init() {}
}

/// What the terms leave open and the provider decided.
public struct Settings: Sendable {
  public enum WithoutAgreement: String, CaseIterable, Sendable {
    case notJudged = "not_judged"
    case earliestDay = "earliest_day"
  }
  public enum FreightRecharge: String, CaseIterable, Sendable {
    case advance
    case ownSupply = "own_supply"
  }
  public enum Cancellation: String, CaseIterable, Sendable {
    case noRefund = "no_refund"
    case byDay = "by_day"
  }

  public var withoutAgreement = WithoutAgreement.notJudged
  public var freightRecharge = FreightRecharge.advance
  public var cancellation = Cancellation.noRefund
  /// Days after which an unreturned part is charged (AR-2); nil never charges.
  public var chargeUnreturnedAfterDays: Int?
  /// Days before a contract's end from which it counts as due.
  public var renewalHorizonDays = 90
  /// The maintainer names that mean QNAP (TS-8), after NFKC, trimming and lower-casing.
  public var ownMaintainerKeys: Set<String> = ["qnap systems, inc.", "qnap"]
  /// Unused tickets in yen above which the base-date line carries a warning.
  public var prepaidThreshold = Yen(10_000_000)

  public init() {}
}

/// A carrier as the catalogue knows it, for the statement of advances.
public struct Carrier: Sendable {
  public var name: String
  public var aliases: [String]
  /// The registration number of its qualified invoices, `T` and 13 digits.
  public var registrationNumber: String?

  public init(name: String, aliases: [String] = [], registrationNumber: String? = nil) {
    self.name = name
    self.aliases = aliases
    self.registrationNumber = registrationNumber
  }
}
