import Records
import ServiceTerms

extension MonthReport {
  /// `unreturned.csv`: failed parts that have not come back (故障パーツ未返却), by case id.
  public var unreturnedData: CSVTable {
    let (parts, cases, contracts) = (result.unreturned, cases, contracts)
    return CSVTable(
      name: "unreturned.csv",
      columns: ["case_id", "customer_id", "shipped_on", "age_days", "bucket", "part_price", "charged"],
      count: parts.count
    ) { index, row in
      let part = parts[index]
      row.add(cases[Int(part.caseIndex)].id)
      row.add(contracts[Int(part.contractIndex)].customer)
      row.add(part.shippedOn)
      row.add(part.ageDays)
      row.add(part.bucket)
      row.add(cases[Int(part.caseIndex)].partPrice)
      row.add(part.chargedOn != nil && cases[Int(part.caseIndex)].partPrice != nil)
    }
  }

  /// `disks.csv`: disks that stay with the customer (ディスク引渡し), by case id.
  public var disksData: CSVTable {
    let (disks, cases, contracts) = (result.keptDisks, cases, contracts)
    return CSVTable(
      name: "disks.csv", columns: ["case_id", "customer_id", "serial", "completed_on"], count: disks.count
    ) { index, row in
      let disk = disks[index]
      row.add(cases[Int(disk.caseIndex)].id)
      row.add(contracts[Int(disk.contractIndex)].customer)
      row.add(cases[Int(disk.caseIndex)].failedPartSerial)
      row.add(disk.completedOn)
    }
  }
}
