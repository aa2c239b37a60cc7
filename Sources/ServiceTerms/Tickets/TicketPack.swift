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
  public var origin: Origin
  public var used: Int

  public init(
    contract: Identifier, customer: Identifier, startsOn: Day, endsOn: Day, lastDay: Day, granted: Int,
    price: Yen?, autoTopUp: Bool, origin: Origin, used: Int = 0
  ) {
    self.contract = contract
    self.customer = customer
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.lastDay = lastDay
    self.granted = granted
    self.price = price
    self.autoTopUp = autoTopUp
    self.origin = origin
    self.used = used
  }

  /// How a pack came to be.
  public enum Origin: String, CaseIterable, Sendable {
    /// The term that a contract's row states.
    case contract
    /// A term that followed it by automatic renewal.
    case renewal
    /// Sold because an inquiry exhausted the packs in force; no contract row has it.
    case topUp = "top_up"
  }

  public var isTopUp: Bool { origin == .topUp }

  public func isInForce(on day: Day) -> Bool { startsOn <= day && day <= lastDay }

  /// A top-up pack on which nothing draws any more: it no longer exists.
  public var isVoid: Bool { isTopUp && used == 0 }

  /// The order in which packs are drawn on: the earliest last day first, then the start, then the contract.
  static func isDrawnBefore(_ left: TicketPack, _ right: TicketPack) -> Bool {
    (left.lastDay, left.startsOn, left.contract) < (right.lastDay, right.startsOn, right.contract)
  }
}

/// A pack at the end of the month: granted = used + expired + remaining.
public struct PackBalance: Equatable, Sendable {
  public var pack: TicketPack
  /// Left over once the last day has passed; a last day on the month's last day has.
  public var expired: Int
  public var remaining: Int
  /// What the remaining tickets cost, on the price basis.
  public var unusedYen: Yen

  init(_ pack: TicketPack, at month: BillingMonth) {
    self.pack = pack
    let left = pack.granted - pack.used
    let isOver = pack.lastDay <= month.lastDay
    expired = isOver ? left : 0
    remaining = isOver ? 0 : left
    unusedYen = isOver ? .zero : pack.unusedYen
  }
}

extension TicketPack {
  /// The price of the tickets that are left: the k-th costs floor(P x k / n) - floor(P x (k - 1) / n).
  var unusedYen: Yen {
    guard let price, granted > 0, used < granted, let spent = try? price.share(used, of: granted),
      let left = try? price - spent
    else { return .zero }
    return left
  }
}
