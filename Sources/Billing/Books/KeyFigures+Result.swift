public import Records
import ServiceTerms

extension KeyFigures {
  /// The figures of a month as computed.
  public init(_ input: BillingInput, _ billing: MonthBilling) throws(YenOverflow) {
    self.init(month: input.month)
    try addAttainment(input.result.summary)
    try addRenewals(input)
    try addFreight(input)
    try addTickets(input, billing.tickets)
    try addBooks(billing)
    values = values.filter { $0.value != 0 }
  }

  private mutating func add(
    _ value: Int, _ figure: Figure, _ service: ServiceCode? = nil
  ) throws(YenOverflow) {
    values[Key(figure, service)] = try (Yen(values[Key(figure, service)] ?? 0) + Yen(value)).amount
  }

  private mutating func addAttainment(_ summary: AttainmentSummary) throws(YenOverflow) {
    for service in ServiceCode.allCases.map(Optional.some) + [nil] {
      let counts = summary.counts(of: service)
      try add(counts.met, .met, service)
      try add(counts.missed, .missed, service)
      try add(counts.noTarget, .noTarget, service)
      try add(counts.notJudged, .notJudged, service)
      try add(counts.excluded, .excluded, service)
      try add(counts.open, .open, service)
    }
  }

  private mutating func addRenewals(_ input: BillingInput) throws(YenOverflow) {
    for renewal in input.result.renewals where input.month.contains(renewal.endsOn) {
      let contract = input.book.contracts[Int(renewal.contractIndex)]
      let fee = contract.annualFee?.amount ?? 0
      try add(1, .renewalsAll, contract.service)
      try add(fee, .renewalsAllFee, contract.service)
      guard renewal.state == .renewed || renewal.state == .autoRenewed else { continue }
      try add(1, .renewalsDone, contract.service)
      try add(fee, .renewalsDoneFee, contract.service)
    }
  }

  private mutating func addFreight(_ input: BillingInput) throws(YenOverflow) {
    let shares = try FreightShares(legs: input.result.legs, month: input.month)
    try add(shares.ours.amount, .freightOurs)
    try add(shares.theirs.amount, .freightCustomers)
    try add(input.result.unreturned.count, .unreturnedParts)
  }

  /// Inquiries received in the month, and what they drew.
  private mutating func addTickets(_ input: BillingInput, _ liability: TicketLiability) throws(YenOverflow) {
    for draw in input.result.tickets.draws {
      if draw.state == .unfunded { try add(1, .inquiriesUnfunded) }
      guard case .export(let index) = draw.source,
        input.month.contains(input.exports.inquiries.rows[Int(index)].receivedAt.day)
      else { continue }
      try add(1, .inquiries)
      if draw.state == .drawn { try add(Int(draw.tickets), .ticketsDrawn) }
    }
    try add(liability.packs.reduce(0) { $0 + $1.remaining }, .ticketsRemaining)
    try add(liability.unused.amount, .ticketsUnused)
  }

  private mutating func addBooks(_ billing: MonthBilling) throws(YenOverflow) {
    try add(billing.documents.count, .documents)
    try add(billing.documents.lazy.map(\.net).sum().amount, .invoicedNet)
    try add(billing.documents.lazy.map(\.tax).sum().amount, .invoicedTax)
    try add(billing.documents.lazy.map(\.outOfScope).sum().amount, .invoicedOutOfScope)
    try add(billing.documents.lazy.map(\.total).sum().amount, .invoicedTotal)
    try add(billing.deferred.lazy.map(\.recognised).sum().amount, .recognised)
    var deferred = Yen.zero
    for term in billing.deferred { deferred = try deferred + term.deferred }
    try add(deferred.amount, .deferred)
  }
}
