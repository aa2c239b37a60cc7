public import Records

/// The figures of a month that a close keeps (月次指標), for the trend in the reports of later months.
public struct MonthFigures: Equatable, Sendable {
  public var month: BillingMonth
  /// Attainment of each service that had a case.
  public var services: [ServiceCode: AttainmentCounts]
  /// Cases of an unknown contract included.
  public var all: AttainmentCounts
  public var freight: FreightShares

  public init(
    month: BillingMonth, services: [ServiceCode: AttainmentCounts], all: AttainmentCounts,
    freight: FreightShares
  ) {
    self.month = month
    self.services = services
    self.all = all
    self.freight = freight
  }

  public init(_ result: MonthResult, month: BillingMonth) throws(YenOverflow) {
    self.month = month
    services = [:]
    for service in ServiceCode.allCases {
      let counts = result.summary.counts(of: service)
      if counts.total > 0 { services[service] = counts }
    }
    all = result.summary.all
    freight = try FreightShares(legs: result.legs, month: month)
  }
}
