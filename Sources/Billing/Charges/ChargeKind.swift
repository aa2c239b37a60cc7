/// What a customer owes, or is owed, for (請求区分), in the order in which a document lists its lines.
public enum ChargeKind: String, CaseIterable, Sendable {
  /// A pack of technical support tickets (TS-9).
  case ticketPack = "ticket_pack"
  /// A pack sold because an inquiry exhausted the packs in force.
  case ticketOverage = "ticket_overage"
  /// A further term of maintenance.
  case renewal
  /// Freight that the customer had to bear and we paid (SB-6).
  case freightClaim = "freight_claim"
  /// Freight that we had to bear and the customer paid (SB-6).
  case freightCredit = "freight_credit"
  /// A failed part that never came back (AR-2).
  case unreturnedPart = "unreturned_part"

  /// A term is charged once and earned day by day.
  public var isTerm: Bool { self == .ticketPack || self == .ticketOverage || self == .renewal }

  public var isFreight: Bool { self == .freightClaim || self == .freightCredit }

  /// The place in a document's order.
  public var rank: Int {
    switch self {
    case .ticketPack: 0
    case .ticketOverage: 1
    case .renewal: 2
    case .freightClaim: 3
    case .freightCredit: 4
    case .unreturnedPart: 5
    }
  }
}
