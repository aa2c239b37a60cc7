import Billing
import Records

/// A document's amounts as JP PINT wants them (税抜金額): without tax line by line, and sums that follow from the lines.
struct PintAmounts {
  struct Rate {
    /// Nil out of scope.
    var rate: Int?
    var net: Yen
    var tax: Yen
  }

  /// One for each line.
  private(set) var nets: [Yen]
  /// The taxable rates in the document's order, then what is out of scope.
  private(set) var rates: [Rate] = []
  private(set) var tax = Yen.zero

  init(_ document: Document) throws(YenOverflow) {
    nets = document.lines.map(\.charge.net)
    for total in document.taxes {
      let rate = try Self.withinRule(total)
      try spread(
        rate.net, over: document.lines.indices.filter { document.lines[$0].charge.tax.rate == total.rate })
      rates.append(rate)
      tax = try tax + rate.tax
    }
    if document.lines.contains(where: { !$0.charge.tax.isTaxable }) {
      rates.append(Rate(rate: nil, net: document.outOfScope, tax: .zero))
    }
  }

  /// The rules want floor(net x rate) <= tax <= ceil(net x rate). Where prices include their tax, its one rounding can leave
  /// that by a yen (10 yen of which no tax); then that yen moves between net and tax, and the total stays.
  private static func withinRule(_ total: RateTotal) throws(YenOverflow) -> Rate {
    var rate = Rate(rate: total.rate, net: total.net, tax: total.tax)
    let floor = try rate.net.share(total.rate, of: 100)
    let ceiling = try -(try (-rate.net).share(total.rate, of: 100))
    let step = rate.tax < floor ? Yen(1) : rate.tax > ceiling ? Yen(-1) : .zero
    rate.tax = try rate.tax + step
    rate.net = try rate.net - step
    return rate
  }

  /// What the lines' own nets differ from the document's goes to the largest of them.
  private mutating func spread(_ net: Yen, over lines: [Int]) throws(YenOverflow) {
    let difference = try net - lines.map { nets[$0] }.sum()
    guard difference != .zero,
      let largest = lines.max(by: { nets[$0].amount.magnitude < nets[$1].amount.magnitude })
    else { return }
    nets[largest] = try nets[largest] + difference
  }
}
