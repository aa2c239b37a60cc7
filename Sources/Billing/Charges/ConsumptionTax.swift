public import Records

/// Consumption tax (消費税): its rate by date and its one rounding.
public enum ConsumptionTax {
  /// The standard rate in percent on the day of supply; 0 before there was a tax.
  public static func standardRate(on day: Day) -> Int {
    steps.last { $0.from <= day }?.rate ?? 0
  }

  private static let steps: [(from: Day, rate: Int)] = [
    (1989, 4, 3), (1997, 4, 5), (2014, 4, 8), (2019, 10, 10),
  ].compactMap { year, month, rate in Day(year: year, month: month, day: 1).map { ($0, rate) } }
}

extension Company {
  /// The tax on an amount without tax: R(x r / 100).
  public func tax(onExcluded amount: Yen, rate: Int) throws(YenOverflow) -> Yen {
    try taxRounding.round(amount, times: rate, dividedBy: 100)
  }

  /// The tax in an amount with tax: R(x r / (100 + r)).
  public func tax(inIncluded amount: Yen, rate: Int) throws(YenOverflow) -> Yen {
    try taxRounding.round(amount, times: rate, dividedBy: 100 + rate)
  }

  /// What an amount leaves without its tax; the amount itself where it has none in it.
  public func net(of amount: Yen, _ treatment: TaxTreatment) throws(YenOverflow) -> Yen {
    switch treatment {
    case .outOfScope: return amount
    case .standard(let rate):
      guard priceBasis == .included else { return amount }
      return try amount - tax(inIncluded: amount, rate: rate)
    case .taxIncluded(let rate):
      return try amount - tax(inIncluded: amount, rate: rate)
    }
  }
}

extension Company.Rounding {
  /// R(amount x numerator / denominator) on the absolute value, the sign restored, so that a credit mirrors its invoice.
  func round(_ amount: Yen, times numerator: Int, dividedBy denominator: Int) throws(YenOverflow) -> Yen {
    let product = Int128(amount.amount.magnitude) * Int128(numerator)
    let (whole, rest) = product.quotientAndRemainder(dividingBy: Int128(denominator))
    let rounded =
      switch self {
      case .floor: whole
      case .halfUp: rest * 2 >= Int128(denominator) ? whole + 1 : whole
      case .ceil: rest > 0 ? whole + 1 : whole
      }
    guard let result = Int(exactly: amount < .zero ? -rounded : rounded) else { throw YenOverflow() }
    return Yen(result)
  }
}
