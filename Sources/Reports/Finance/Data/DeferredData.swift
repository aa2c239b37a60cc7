public import Billing
import Records

extension MonthBilling {
  /// `deferred.csv`: terms that are earned day by day (前受収益), by key.
  ///
  /// `net` = `recognised_before` + `recognised` + `deferred`.
  public var deferredData: CSVTable {
    let terms = deferred
    return CSVTable(
      name: "deferred.csv",
      columns: [
        "key", "customer_id", "starts_on", "ends_on", "net", "recognised_before", "recognised", "deferred",
      ], count: terms.count
    ) { index, row in
      let term = terms[index]
      row.add(term.key)
      row.add(term.customer)
      row.add(term.startsOn)
      row.add(term.endsOn)
      row.add(term.net)
      row.add(term.recognisedBefore)
      row.add(term.recognised)
      row.add(try? term.deferred)
    }
  }
}
