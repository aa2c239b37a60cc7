import Records
import ServiceTerms

/// Terms of contracts (契約期間): packs, and maintenance from its first renewal on.
extension DesiredCharges {
  mutating func addTerms(of input: BillingInput) throws(YenOverflow) {
    let predecessors = Self.predecessors(in: input.book)
    for (index, contract) in input.book.contracts.enumerated() {
      let predecessor = predecessors[contract.id]
      for term in input.book.terms(of: contract, startingBy: input.month.lastDay)
      where input.isChargeable(on: term.startsOn) {
        let edition = input.edition(on: term.startsOn)
        guard term.isAutomatic || predecessor != nil || edition.billsFirstTerm(of: contract.service) else {
          continue
        }
        let key = ChargeKey.term(of: contract.id, startingOn: term.startsOn)
        guard let amount = try contract.amount(of: term, edition) else {
          noteMissingFee(of: contract, line: Int(input.exports.contracts.lines[index]), key: key)
          continue
        }
        add(
          Charge(
            key: key, kind: contract.service.isMaintenance ? .renewal : .ticketPack,
            customer: contract.customer, eventOn: term.startsOn, amount: amount,
            tax: .standard(rate: ConsumptionTax.standardRate(on: term.startsOn)),
            source: ChargeSource(
              contract: contract.id, predecessor: term.isAutomatic ? nil : predecessor,
              isAutomatic: term.isAutomatic),
            term: term.startsOn...term.endsOn))
      }
    }
  }

  /// For each contract that some row's `renewed_by` names, the lowest such row.
  private static func predecessors(in book: ContractBook) -> [Identifier: Identifier] {
    var predecessors: [Identifier: Identifier] = [:]
    for contract in book.contracts {
      guard let successor = contract.renewedBy else { continue }
      predecessors[successor] = min(predecessors[successor] ?? contract.id, contract.id)
    }
    return predecessors
  }

  private mutating func noteMissingFee(of contract: Contract, line: Int, key: Identifier) {
    func finding(_ code: FindingCode) -> Finding {
      Finding(
        code, file: ExportFile.contracts.rawValue, line: line, column: "annual_fee", key: contract.id.text)
    }
    let missing = finding(.feeMissing)
    if findings.last != missing { findings.append(missing) }
    unpriced[key] = finding(.postedRowRejected)
  }
}

extension Edition {
  /// Otherwise sales invoices the first term with the hardware.
  func billsFirstTerm(of service: ServiceCode) -> Bool { services[service]?.billsFirstTerm ?? false }
}
