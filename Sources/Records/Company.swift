/// The provider as it stands on its invoices (自社情報), as `Templates/company.yml` has it.
public struct Company: Sendable {
  public enum PriceBasis: String, CaseIterable, Sendable { case excluded, included }
  public enum Rounding: String, CaseIterable, Sendable {
    case floor
    case halfUp = "half_up"
    case ceil
  }

  public var name: String
  public var nameEnglish: String
  public var registrationNumber: String
  public var postalCode: String
  public var address: String
  public var phone: String
  public var email: String
  /// The bank account to pay into, line by line.
  public var bankAccount: [String]
  public var priceBasis: PriceBasis
  public var taxRounding: Rounding
  /// Months from the month of issue to the month on whose last day payment is due.
  public var dueAfterMonths: Int
  /// A due date on a closed day moves to the next business day.
  public var dueOnBusinessDay: Bool

  public init(
    name: String, nameEnglish: String = "", registrationNumber: String, postalCode: String = "",
    address: String = "", phone: String = "", email: String = "", bankAccount: [String] = [],
    priceBasis: PriceBasis = .excluded, taxRounding: Rounding = .floor, dueAfterMonths: Int = 1,
    dueOnBusinessDay: Bool = true
  ) {
    self.name = name
    self.nameEnglish = nameEnglish
    self.registrationNumber = registrationNumber
    self.postalCode = postalCode
    self.address = address
    self.phone = phone
    self.email = email
    self.bankAccount = bankAccount
    self.priceBasis = priceBasis
    self.taxRounding = taxRounding
    self.dueAfterMonths = dueAfterMonths
    self.dueOnBusinessDay = dueOnBusinessDay
  }
}
