public import Records
public import ServiceTerms

/// A month's figures as the ledger keeps them for the trend (月次指標).
public struct KeyFigures: Equatable, Sendable {
  public var month: BillingMonth
  /// What is not there was 0.
  public var values: [Key: Int]

  public struct Key: Hashable, Sendable {
    public var figure: Figure
    /// Nil for a figure of the whole month.
    public var service: ServiceCode?

    public init(_ figure: Figure, _ service: ServiceCode? = nil) {
      self.figure = figure
      self.service = service
    }
  }

  /// Yen where the comment says so, else a number of things.
  public enum Figure: String, CaseIterable, Sendable {
    // By service, and without one for cases of unknown contracts.
    case met, missed
    case noTarget = "no_target"
    case notJudged = "not_judged"
    case excluded, open
    /// Contracts whose end is in the month, and those of them that go on; by service.
    case renewalsAll = "renewals_all"
    case renewalsDone = "renewals_done"
    /// Their annual fees, in yen.
    case renewalsAllFee = "renewals_all_fee"
    case renewalsDoneFee = "renewals_done_fee"
    /// Freight of the month's legs by bearer, in yen, tax included.
    case freightOurs = "freight_ours"
    case freightCustomers = "freight_customers"
    case unreturnedParts = "unreturned_parts"
    case ticketsDrawn = "tickets_drawn"
    case ticketsRemaining = "tickets_remaining"
    case inquiries
    case inquiriesUnfunded = "inquiries_unfunded"
    /// In yen.
    case ticketsUnused = "tickets_unused"
    case documents
    /// In yen.
    case invoicedNet = "invoiced_net"
    case invoicedTax = "invoiced_tax"
    case invoicedOutOfScope = "invoiced_out_of_scope"
    case invoicedTotal = "invoiced_total"
    case recognised, deferred
  }

  public init(month: BillingMonth, values: [Key: Int] = [:]) {
    self.month = month
    self.values = values
  }

  public subscript(figure: Figure, service: ServiceCode? = nil) -> Int { values[Key(figure, service)] ?? 0 }

  /// Over all services and unknown contracts.
  public func sum(_ figure: Figure) -> Int {
    ServiceCode.allCases.reduce(self[figure]) { $0 + self[figure, $1] }
  }

  /// What the trend in the reports shows.
  public var monthFigures: MonthFigures {
    var services: [ServiceCode: AttainmentCounts] = [:]
    for service in ServiceCode.allCases {
      let counts = counts { self[$0, service] }
      if counts.total > 0 { services[service] = counts }
    }
    return MonthFigures(
      month: month, services: services, all: counts(sum),
      freight: FreightShares(ours: Yen(self[.freightOurs]), theirs: Yen(self[.freightCustomers])))
  }

  private func counts(_ number: (Figure) -> Int) -> AttainmentCounts {
    var counts = AttainmentCounts()
    counts.met = number(.met)
    counts.missed = number(.missed)
    counts.noTarget = number(.noTarget)
    counts.notJudged = number(.notJudged)
    counts.excluded = number(.excluded)
    counts.open = number(.open)
    return counts
  }
}
