public import Billing
import Records

extension MonthBilling {
  /// The files of `data/` that follow from the billing, in the order of their names in the manual.
  public var dataFiles: [CSVTable] { [chargesData, documentsData, deferredData] }

  /// `charges.csv`: what is invoiced of each charge this month (請求明細), by key.
  public var chargesData: CSVTable {
    let (lines, numbers) = (lines, numbers)
    return CSVTable(
      name: "charges.csv",
      columns: [
        "key", "customer_id", "kind", "event_on", "class", "desired", "posted", "amount", "tax_rate",
        "document",
      ], count: lines.count
    ) { index, row in
      let line = lines[index]
      row.add(line.key)
      row.add(line.customer)
      row.add(line.kind)
      row.add(line.eventOn)
      row.add(line.chargeClass)
      row.add(line.desired)
      row.add(line.posted)
      row.add(line.amount)
      row.add(line.tax.rate)
      row.add(numbers[line.customer]?.description ?? "")
    }
  }
}
