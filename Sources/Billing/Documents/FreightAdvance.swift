public import Records
public import ServiceTerms

/// One line of the statement of advances (立替金精算書の明細): freight as the carrier billed it.
///
/// > Terms: SB-6
public struct FreightAdvance: Equatable, Sendable {
  public var supportCase: Identifier
  public var leg: Leg
  /// As the catalogue names it, else as exported.
  public var carrier: String
  /// `T` and 13 digits; nil where the catalogue has none.
  public var registrationNumber: String?
  public var trackingNumber: String
  public var shippedOn: Day
  /// Percent.
  public var rate: Int
  /// In the amount.
  public var tax: Yen
  /// Tax included; negative where we owe it.
  public var amount: Yen
}

extension FreightAdvance {
  /// Nil for a line that is no freight of a case in the export.
  init?(of line: ChargeLine, _ input: BillingInput) throws(YenOverflow) {
    guard line.kind.isFreight, let caseIndex = line.caseIndex else { return nil }
    let supportCase = input.exports.cases.rows[Int(caseIndex)]
    let leg: Leg = line.kind == .freightClaim ? .failedPart : .replacement
    let shipment = supportCase.shipment(leg)
    let carrier = input.edition(on: line.eventOn).carrier(named: shipment.carrier)
    let rate = ConsumptionTax.standardRate(on: line.eventOn)
    self.init(
      supportCase: supportCase.id, leg: leg, carrier: carrier?.name ?? shipment.carrier,
      registrationNumber: carrier?.registrationNumber, trackingNumber: shipment.trackingNumber,
      shippedOn: line.eventOn, rate: rate,
      tax: try input.company.tax(inIncluded: line.amount, rate: rate), amount: line.amount)
  }
}
