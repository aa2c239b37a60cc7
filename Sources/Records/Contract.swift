/// One contract term as exported (契約).
public struct Contract: Equatable, Sendable {
  public var id: Identifier
  public var customer: Identifier
  public var customerName: String
  public var service: ServiceCode
  public var startsOn: Day
  /// The last day in force.
  public var endsOn: Day
  /// On the price basis of the company's settings; nil where the export had none.
  public var annualFee: Yen?
  /// Nil for technical support, where it is not required.
  public var region: Region?
  public var deliveredOn: Day?
  public var fourHourArea: Bool
  public var nonReturnDisk: Bool
  public var ticketPacks: Int
  public var autoTopUp: Bool
  public var autoRenew: Bool
  public var renewedBy: Identifier?
  public var cancelledOn: Day?
  public var productModel: String
  public var serialNumber: String
  /// The addressee of invoices: the customer's name unless the export gives another.
  public var billingName: String
  public var billingAddress: String

  public init(
    id: Identifier, customer: Identifier, customerName: String, service: ServiceCode,
    startsOn: Day, endsOn: Day, annualFee: Yen? = nil, region: Region? = nil, deliveredOn: Day? = nil,
    fourHourArea: Bool = false, nonReturnDisk: Bool = false, ticketPacks: Int = 1,
    autoTopUp: Bool = false, autoRenew: Bool = false, renewedBy: Identifier? = nil,
    cancelledOn: Day? = nil, productModel: String = "", serialNumber: String = "",
    billingName: String? = nil, billingAddress: String = ""
  ) {
    self.id = id
    self.customer = customer
    self.customerName = customerName
    self.service = service
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.annualFee = annualFee
    self.region = region
    self.deliveredOn = deliveredOn
    self.fourHourArea = fourHourArea
    self.nonReturnDisk = nonReturnDisk
    self.ticketPacks = ticketPacks
    self.autoTopUp = autoTopUp
    self.autoRenew = autoRenew
    self.renewedBy = renewedBy
    self.cancelledOn = cancelledOn
    self.productModel = productModel
    self.serialNumber = serialNumber
    self.billingName = billingName ?? customerName
    self.billingAddress = billingAddress
  }
}
