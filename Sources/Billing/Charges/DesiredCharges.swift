import Records
import ServiceTerms

/// What every charge of the input should be (請求すべき額の一覧), whatever was posted.
struct DesiredCharges {
  var charges: [Identifier: Charge] = [:]
  /// Charges that are owed, but nobody knows how much: what was posted of them stays, with this warning.
  var unpriced: [Identifier: Finding] = [:]
  var findings: [Finding] = []

  init(_ input: BillingInput) throws(YenOverflow) {
    try addTerms(of: input)
    addTopUps(of: input)
    try addFreight(of: input)
    addUnreturnedParts(of: input)
  }

  mutating func add(_ charge: Charge) { charges[charge.key] = charge }
}
