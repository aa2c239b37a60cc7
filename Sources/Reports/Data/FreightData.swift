import Records
import ServiceTerms

extension MonthReport {
  /// `freight.csv`: every leg shipped by as-of and who bears it (送料), by case id, then leg.
  public var freightData: CSVTable {
    let (legs, cases, contracts) = (result.legs, cases, contracts)
    return CSVTable(
      name: "freight.csv",
      columns: [
        "case_id", "leg", "customer_id", "service", "shipped_on", "terms", "billed_party", "bearer", "amount",
        "settlement", "month", "state",
      ], count: legs.count
    ) { index, row in
      let leg = legs[index]
      row.add(cases[Int(leg.caseIndex)].id)
      row.add(leg.leg)
      if let contractIndex = leg.contractIndex.map({ Int($0) }) {
        row.add(contracts[contractIndex].customer)
        row.add(contracts[contractIndex].service)
      } else {
        row.blank()
        row.blank()
      }
      row.add(leg.shippedOn)
      row.add(leg.terms)
      row.add(leg.billedParty)
      row.add(leg.bearer)
      row.add(leg.amount)
      row.add(leg.settlement)
      row.add(leg.month)
      row.add(leg.state)
    }
  }

  /// `reconciliation.csv`: the courier's statement against the legs (運賃照合), by line id; legs that are not on it
  /// have none and come first.
  public var reconciliationData: CSVTable {
    let (lines, legs, cases) = (reconciledLines, result.legs, cases)
    let statement = exports.courier?.rows ?? []
    return CSVTable(
      name: "reconciliation.csv",
      columns: ["line_id", "tracking_no", "amount", "state", "case_id", "leg", "leg_amount"],
      count: lines.count
    ) { index, row in
      let line = lines[index]
      let leg = line.legIndex.map { legs[Int($0)] }
      if let billed = line.statementIndex.map({ statement[Int($0)] }) {
        row.add(billed.id)
        row.add(billed.trackingNumber)
        row.add(billed.amount)
      } else {
        row.blank()
        row.add(leg.map { cases[Int($0.caseIndex)].shipment($0.leg).trackingNumber } ?? "")
        row.blank()
      }
      row.add(line.state)
      row.add(leg.map { cases[Int($0.caseIndex)].id.text } ?? "")
      row.add(leg?.leg)
      row.add(leg?.amount)
    }
  }

  /// The reconciliation by line id; of legs without a line, by tracking number, case and leg.
  var reconciledLines: [ReconciledLine] {
    let statement = exports.courier?.rows ?? []
    func key(_ line: ReconciledLine) -> (Identifier, Identifier, Int32) {
      if let index = line.statementIndex { return (statement[Int(index)].id, "", 0) }
      guard let index = line.legIndex else { return ("", "", 0) }
      let leg = result.legs[Int(index)]
      // The legs stand by case, then leg, so that their position gives the rest of the order.
      return ("", Identifier(cases[Int(leg.caseIndex)].shipment(leg.leg).trackingNumber), index)
    }
    return (result.reconciliation ?? []).sorted { key($0) < key($1) }
  }
}
