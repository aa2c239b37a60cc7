import Records
import ServiceTerms

/// Freight that one side paid for the other (送料の精算): as the carrier billed it, tax included.
///
/// > Terms: SB-6
extension DesiredCharges {
  mutating func addFreight(of input: BillingInput) throws(YenOverflow) {
    for leg in input.result.legs where leg.settlement != .none {
      guard input.isChargeable(on: leg.shippedOn), let contractIndex = leg.contractIndex else {
        continue
      }
      let supportCase = input.exports.cases.rows[Int(leg.caseIndex)]
      let contract = input.book.contracts[Int(contractIndex)]
      let key = ChargeKey.freight(of: supportCase.id, leg.leg)
      guard let freight = leg.amount else {
        unpriced[key] = Finding(
          .postedRowRejected, file: ExportFile.cases.rawValue,
          line: Int(input.exports.cases.lines[Int(leg.caseIndex)]),
          column: "\(leg.leg.rawValue)_freight", key: supportCase.id.text)
        continue
      }
      let isClaim = leg.settlement == .claim
      add(
        Charge(
          key: key, kind: isClaim ? .freightClaim : .freightCredit, customer: contract.customer,
          eventOn: leg.shippedOn, amount: isClaim ? freight : try -freight,
          tax: isClaim ? input.edition(on: leg.shippedOn).claimTax(on: leg.shippedOn) : .outOfScope,
          source: ChargeSource(contract: contract.id, supportCase: supportCase.id),
          caseIndex: leg.caseIndex))
    }
  }
}

extension Edition {
  /// A claim as an advance has no tax of ours; as our own supply it is taxable, and what the carrier billed includes the
  /// tax. A refund is no supply of ours either way: the customer paid freight that was ours to bear.
  func claimTax(on day: Day) -> TaxTreatment {
    switch settings.freightRecharge {
    case .advance: .outOfScope
    case .ownSupply: .taxIncluded(rate: ConsumptionTax.standardRate(on: day))
    }
  }
}
