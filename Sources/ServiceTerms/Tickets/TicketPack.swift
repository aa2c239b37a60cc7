public import Records

/// Prepaid tickets that a customer may use from one day through another (チケットパック).
///
/// > Terms: TS-9
public struct TicketPack: Equatable, Sendable {
  /// The contract, or `OVR-<usage_id>` for a pack sold by automatic top-up.
  public var contract: Identifier
  public var customer: Identifier
  public var startsOn: Day
  /// The term's last day.
  public var endsOn: Day
  /// The last day on which it can be used: earlier than `endsOn` after a cancellation.
  public var lastDay: Day
  public var granted: Int
  /// What the whole pack costs, on the price basis; nil where neither row nor catalogue has a price.
  public var price: Yen?
  public var autoTopUp: Bool
  /// Sold because an inquiry exhausted the packs in force; no contract row has it.
  public var isTopUp: Bool
  public var used: Int = 0

  public init(
    contract: Identifier, customer: Identifier, startsOn: Day, endsOn: Day, lastDay: Day, granted: Int,
    price: Yen?, autoTopUp: Bool, isTopUp: Bool, used: Int = 0
  ) {
    self.contract = contract
    self.customer = customer
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.lastDay = lastDay
    self.granted = granted
    self.price = price
    self.autoTopUp = autoTopUp
    self.isTopUp = isTopUp
    self.used = used
  }

  public func isInForce(on day: Day) -> Bool { startsOn <= day && day <= lastDay }
}

/// A pack at the end of the month.
public struct PackBalance: Equatable, Sendable {
  public var pack: TicketPack
  public var expired: Int
  public var remaining: Int
  /// What the remaining tickets cost, on the price basis.
  public var unusedYen: Yen

  public init(pack: TicketPack, expired: Int, remaining: Int, unusedYen: Yen) {
    self.pack = pack
    self.expired = expired
    self.remaining = remaining
    self.unusedYen = unusedYen
  }
}
