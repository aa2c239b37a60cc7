import Records
import ServiceTerms

extension MonthReport {
  /// `renewals.csv`: where every contract stands and what to offer (契約更新), by contract id.
  public var renewalsData: CSVTable {
    let (renewals, contracts) = (result.renewals, contracts)
    return CSVTable(
      name: "renewals.csv",
      columns: [
        "contract_id", "customer_id", "service", "ends_on", "state", "days_left", "proposed_service",
        "proposed_start", "proposed_end", "proposed_fee",
      ], count: renewals.count
    ) { index, row in
      let renewal = renewals[index]
      let contractIndex = Int(renewal.contractIndex)
      row.add(contracts[contractIndex].id)
      row.add(contracts[contractIndex].customer)
      row.add(contracts[contractIndex].service)
      row.add(renewal.endsOn)
      row.add(renewal.state)
      row.add(renewal.daysLeft)
      row.add(renewal.proposal?.service)
      row.add(renewal.proposal?.startsOn)
      row.add(renewal.proposal?.endsOn)
      row.add(renewal.proposal?.fee)
    }
  }
}
