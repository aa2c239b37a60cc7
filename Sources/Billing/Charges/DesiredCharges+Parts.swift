import Records
import ServiceTerms

/// Failed parts that were out longer than the catalogue allows (未返却パーツの請求).
///
/// > Terms: AR-2
extension DesiredCharges {
  mutating func addUnreturnedParts(of input: BillingInput) {
    for part in input.result.unreturned {
      guard let chargedOn = part.chargedOn, input.isChargeable(on: chargedOn) else { continue }
      let supportCase = input.exports.cases.rows[Int(part.caseIndex)]
      let contract = input.book.contracts[Int(part.contractIndex)]
      let key = ChargeKey.part(of: supportCase.id)
      guard let price = supportCase.partPrice else {
        unpriced[key] = Finding(
          .postedRowRejected, file: ExportFile.cases.rawValue,
          line: Int(input.exports.cases.lines[Int(part.caseIndex)]), column: "part_price",
          key: supportCase.id.text)
        continue
      }
      add(
        Charge(
          key: key, kind: .unreturnedPart, customer: contract.customer, eventOn: chargedOn, amount: price,
          tax: .standard(rate: ConsumptionTax.standardRate(on: chargedOn)),
          source: ChargeSource(contract: contract.id, supportCase: supportCase.id),
          caseIndex: part.caseIndex))
    }
  }
}
