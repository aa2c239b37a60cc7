import Records

/// How consumption tax stands to a charge's amount (税区分).
public enum TaxTreatment: Hashable, Sendable {
  /// An advance on the other's behalf (対象外): no tax of ours.
  case outOfScope
  /// Taxable at `rate` percent, the amount on the price basis of the company.
  case standard(rate: Int)
  /// Taxable at `rate` percent, the amount with its tax whatever the price basis (送料を当社の売上とする場合).
  case taxIncluded(rate: Int)

  /// Percent; nil out of scope.
  public var rate: Int? {
    switch self {
    case .outOfScope: nil
    case .standard(let rate), .taxIncluded(let rate): rate
    }
  }

  public var isTaxable: Bool { rate != nil }
}
