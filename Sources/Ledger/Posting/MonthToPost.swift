public import Billing
import Records
public import ServiceTerms

/// Everything that a close posts (締めの内容).
public struct MonthToPost: Sendable {
  public var input: BillingInput
  /// Numbered.
  public var billing: MonthBilling
  public var figures: KeyFigures
  /// What the month saw of the ledger.
  public var closed: ClosedMonths
  public var digests: [InputDigest]
  /// The program's version.
  public var version: String

  public init(
    input: BillingInput, billing: MonthBilling, figures: KeyFigures, closed: ClosedMonths,
    digests: [InputDigest], version: String
  ) {
    self.input = input
    self.billing = billing
    self.figures = figures
    self.closed = closed
    self.digests = digests
    self.version = version
  }

  var month: BillingMonth { input.month }
}

/// The fingerprint of one input of a month (入力の指紋): a file of the exports, the catalogue, a template.
public struct InputDigest: Hashable, Sendable {
  public var name: String
  /// 64 hexadecimal digits.
  public var sha256: String

  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}
