public import Records

/// A term's fee as it is earned, straight line by day (前受収益・契約負債), without tax.
public struct DeferredTerm: Equatable, Sendable {
  public var key: Identifier
  public var kind: ChargeKind
  public var customer: Identifier
  public var startsOn: Day
  public var endsOn: Day
  /// Posted through this month.
  public var net: Yen
  /// Of `net`, what this month posted.
  public var added: Yen
  public var recognisedBefore: Yen
  /// This month: a charge posted late or corrected catches up.
  public var recognised: Yen
  /// The next twelve months, month by month.
  public var schedule: [Yen]

  /// Not earned when the month began.
  public var opening: Yen { get throws(YenOverflow) { try net - added - recognisedBefore } }
  /// Not earned by the end of the month.
  public var deferred: Yen { get throws(YenOverflow) { try net - recognisedBefore - recognised } }
}

/// The revenue of one fee by day (按分): floor(net x days elapsed / days of the term), exact in sum.
public struct StraightLine: Sendable {
  public let net: Yen
  public let term: ClosedRange<Day>

  public init(net: Yen, term: ClosedRange<Day>) {
    self.net = net
    self.term = term
  }

  /// Earned from the term's first day through `day`.
  public func recognised(through day: Day) throws(YenOverflow) -> Yen {
    guard day >= term.lowerBound else { return .zero }
    return try net.share(
      min(day, term.upperBound) - term.lowerBound + 1, of: term.upperBound - term.lowerBound + 1)
  }
}
