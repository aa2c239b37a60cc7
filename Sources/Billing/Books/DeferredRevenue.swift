import Records

/// Every term charge that is still being earned, or that moves this month (前受収益一覧), by key.
struct DeferredRevenue {
  private let month: BillingMonth
  private(set) var terms: [DeferredTerm] = []

  init(month: BillingMonth, posted: PostedCharges, lines: [ChargeLine]) throws(YenOverflow) {
    self.month = month
    var current: [Identifier: ChargeLine] = [:]
    for line in lines where line.kind.isTerm { current[line.key] = line }
    for charge in posted.charges where charge.kind.isTerm {
      try add(charge, current.removeValue(forKey: charge.key))
    }
    for line in current.values { try add(nil, line) }
    terms.sort { $0.key < $1.key }
  }

  /// What was recognised before rests on what was posted before, on the term as it was posted then.
  private mutating func add(_ posted: PostedCharge?, _ line: ChargeLine?) throws(YenOverflow) {
    guard let term = line?.term ?? posted?.term, let kind = line?.kind ?? posted?.kind,
      let customer = line?.customer ?? posted?.customer, let key = line?.key ?? posted?.key
    else { return }
    let postedNet = try posted?.net() ?? .zero
    let added = line?.net ?? .zero
    let fee = StraightLine(net: try postedNet + added, term: term)
    let before = try StraightLine(net: postedNet, term: posted?.term ?? term)
      .recognised(through: month.firstDay.previous)
    let through = try fee.recognised(through: month.lastDay)
    let recognised = try through - before
    guard term.upperBound >= month.firstDay || added != .zero || recognised != .zero else { return }
    terms.append(
      DeferredTerm(
        key: key, kind: kind, customer: customer, startsOn: term.lowerBound, endsOn: term.upperBound,
        net: fee.net, added: added, recognisedBefore: before, recognised: recognised,
        schedule: try schedule(of: fee)))
  }

  private func schedule(of fee: StraightLine) throws(YenOverflow) -> [Yen] {
    var months: [Yen] = []
    var before = try fee.recognised(through: month.lastDay)
    for offset in 1...12 {
      let through = try fee.recognised(through: (month + offset).lastDay)
      months.append(try through - before)
      before = through
    }
    return months
  }
}
