public import Records

/// Which way a parcel went (区間).
public enum Leg: String, CaseIterable, Sendable {
  /// Sent by the customer.
  case failedPart = "failed_part"
  /// Sent by the center.
  case replacement

  public var sender: Party { self == .failedPart ? .customer : .center }
  public var receiver: Party { self == .failedPart ? .center : .customer }
}

public enum Party: String, CaseIterable, Sendable { case customer, center }

/// What the bearer owes the party that the carrier billed (精算).
public enum Settlement: String, CaseIterable, Sendable {
  case none
  /// The customer owes us freight that we paid.
  case claim
  /// We owe the customer freight that they paid.
  case credit
}

public enum FreightState: String, CaseIterable, Sendable {
  case settled, none, unresolved, onsite
}

/// One leg of a case and who bears its freight (送料負担): each sender pays its own side. The order of its fields leaves no gaps.
///
/// > Terms: SB-6
public struct FreightLeg: Equatable, Sendable {
  /// As the carrier billed it, tax included.
  public var amount: Yen?
  public var leg: Leg
  public var terms: FreightTerms
  public var billedParty: Party
  public var bearer: Party
  public var settlement: Settlement
  public var state: FreightState
  public var caseIndex: Int32
  /// Nil where the case's contract is unknown.
  public var contractIndex: Int32?
  public var shippedOn: Day

  public var month: BillingMonth { shippedOn.month }
}
