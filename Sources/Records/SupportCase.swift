/// One hardware case as exported (ハードウェア障害ケース).
///
/// A date or timestamp column that holds a bare date is 00:00 of that day. A month may hold millions, so the order of the
/// fields leaves few gaps.
public struct SupportCase: Equatable, Sendable {
  public var id: Identifier
  public var contract: Identifier
  public var failedPartSerial: String
  /// The leg that the customer sends.
  public var failedPart: Shipment
  public var failedPartReceivedAt: JSTInstant?
  public var receivedAt: JSTInstant
  /// The leg that the center sends.
  public var replacement: Shipment
  /// On the price basis of the company's settings: charged when the failed part never comes back.
  public var partPrice: Yen?
  public var isolatedAt: JSTInstant?
  public var agreedVisitAt: JSTInstant?
  public var arrivedAt: JSTInstant?
  public var completedAt: JSTInstant?
  public var channel: Channel
  public var part: Part
  /// The part was bought from us (SB-5); an empty field means yes.
  public var partSoldByUs: Bool
  public var outcome: IsolationOutcome
  public var diskRetained: Bool

  public init(
    id: Identifier, contract: Identifier, receivedAt: JSTInstant, isolatedAt: JSTInstant? = nil,
    agreedVisitAt: JSTInstant? = nil, arrivedAt: JSTInstant? = nil, completedAt: JSTInstant? = nil,
    channel: Channel = .mail, part: Part = .enclosure, partSoldByUs: Bool = true,
    outcome: IsolationOutcome = .hardwareFault, diskRetained: Bool = false, failedPartSerial: String = "",
    failedPart: Shipment = Shipment(), failedPartReceivedAt: JSTInstant? = nil,
    replacement: Shipment = Shipment(), partPrice: Yen? = nil
  ) {
    self.id = id
    self.contract = contract
    self.receivedAt = receivedAt
    self.isolatedAt = isolatedAt
    self.agreedVisitAt = agreedVisitAt
    self.arrivedAt = arrivedAt
    self.completedAt = completedAt
    self.channel = channel
    self.part = part
    self.partSoldByUs = partSoldByUs
    self.outcome = outcome
    self.diskRetained = diskRetained
    self.failedPartSerial = failedPartSerial
    self.failedPart = failedPart
    self.failedPartReceivedAt = failedPartReceivedAt
    self.replacement = replacement
    self.partPrice = partPrice
  }
}

/// One way of a send-back case, as far as it happened (発送).
public struct Shipment: Equatable, Sendable {
  /// Shared by the shipments that name it alike.
  public var sharedCarrier: SharedText?
  public var trackingNumber: String
  /// As the carrier billed it, tax included; nil while it is not known.
  public var freight: Yen?
  public var terms: FreightTerms
  public var shippedAt: JSTInstant?

  public var carrier: String {
    get { sharedCarrier?.text ?? "" }
    set { sharedCarrier = newValue.isEmpty ? nil : SharedText(newValue) }
  }

  public init(
    shippedAt: JSTInstant? = nil, terms: FreightTerms = .prepaid, freight: Yen? = nil,
    carrier: String = "", trackingNumber: String = ""
  ) {
    self.shippedAt = shippedAt
    self.terms = terms
    self.freight = freight
    self.trackingNumber = trackingNumber
    self.carrier = carrier
  }
}

/// A text that many records share (共有文字列).
public final class SharedText: Equatable, Sendable {
  public let text: String
  public init(_ text: String) { self.text = text }
  public static func == (left: SharedText, right: SharedText) -> Bool { left.text == right.text }
}
