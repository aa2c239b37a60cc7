public import Records

/// The freight of a month's legs by who bears it (送料の負担), tax included, as far as the amounts are known.
///
/// Unresolved legs and those of on-site cases belong to neither side.
///
/// > Terms: SB-6
public struct FreightShares: Equatable, Sendable {
  /// Borne by the center.
  public var ours = Yen.zero
  /// Borne by the customers.
  public var theirs = Yen.zero

  public init(ours: Yen = .zero, theirs: Yen = .zero) {
    self.ours = ours
    self.theirs = theirs
  }

  public init(legs: [FreightLeg], month: BillingMonth) throws(YenOverflow) {
    for leg in legs where leg.month == month { try add(leg) }
  }

  public mutating func add(_ leg: FreightLeg) throws(YenOverflow) {
    guard leg.state == .settled || leg.state == .none, let amount = leg.amount else { return }
    switch leg.bearer {
    case .center: ours = try ours + amount
    case .customer: theirs = try theirs + amount
    }
  }
}
