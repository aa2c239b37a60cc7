/// One line of what the carrier billed us (運賃明細).
public struct CourierLine: Equatable, Sendable {
  public var id: Identifier
  public var trackingNumber: String
  public var shippedOn: Day
  /// Tax included.
  public var amount: Yen
  public var terms: FreightTerms
  public var carrier: String

  public init(
    id: Identifier, trackingNumber: String, shippedOn: Day, amount: Yen, terms: FreightTerms,
    carrier: String = ""
  ) {
    self.id = id
    self.trackingNumber = trackingNumber
    self.shippedOn = shippedOn
    self.amount = amount
    self.terms = terms
    self.carrier = carrier
  }
}
