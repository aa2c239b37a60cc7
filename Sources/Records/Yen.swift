/// An amount of money in whole yen (円); tax in or out is said where the amount is used.
///
/// Sums that leave 64 bits throw `YenOverflow`; money never wraps.
public struct Yen: Hashable, Sendable {
  public let amount: Int

  public init(_ amount: Int) { self.amount = amount }

  public static let zero = Yen(0)

  public static func + (left: Yen, right: Yen) throws(YenOverflow) -> Yen {
    try checked(left.amount.addingReportingOverflow(right.amount))
  }

  public static func - (left: Yen, right: Yen) throws(YenOverflow) -> Yen {
    try checked(left.amount.subtractingReportingOverflow(right.amount))
  }

  public static func * (left: Yen, right: Int) throws(YenOverflow) -> Yen {
    try checked(left.amount.multipliedReportingOverflow(by: right))
  }

  public static prefix func - (yen: Yen) throws(YenOverflow) -> Yen { try zero - yen }

  private static func checked(_ result: (partialValue: Int, overflow: Bool)) throws(YenOverflow) -> Yen {
    guard !result.overflow else { throw YenOverflow() }
    return Yen(result.partialValue)
  }

  /// `floor(self x numerator / denominator)`, exact for any 64-bit amounts; `denominator` is positive.
  public func share(_ numerator: Int, of denominator: Int) throws(YenOverflow) -> Yen {
    let product = amount.multipliedFullWidth(by: numerator)
    guard let (quotient, remainder) = Self.divide(product, by: denominator) else { throw YenOverflow() }
    return Yen(remainder < 0 ? quotient - 1 : quotient)
  }

  private static func divide(
    _ product: (high: Int, low: UInt), by denominator: Int
  ) -> (quotient: Int, remainder: Int)? {
    let wide = Int128(product.high) << 64 | Int128(product.low)
    let (quotient, remainder) = wide.quotientAndRemainder(dividingBy: Int128(denominator))
    guard let quotient = Int(exactly: quotient) else { return nil }
    return (quotient, Int(remainder))
  }
}

extension Yen: Comparable {
  public static func < (left: Yen, right: Yen) -> Bool { left.amount < right.amount }
}

extension Yen: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

/// A plain integer, as the data files have it: no separators, `-` for negatives.
extension Yen: CustomStringConvertible {
  public var description: String { String(amount) }
}

extension Sequence where Element == Yen {
  public func sum() throws(YenOverflow) -> Yen {
    var total = Yen.zero
    for yen in self { total = try total + yen }
    return total
  }
}

/// A sum of money that does not fit 64 bits.
public struct YenOverflow: Error, CustomStringConvertible {
  public init() {}
  public var description: String { "an amount of yen leaves the range of 64 bits" }
}
