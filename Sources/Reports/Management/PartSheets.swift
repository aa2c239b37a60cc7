import Records
import ServiceTerms

extension ManagementWorkbook {
  /// Failed parts that have not come back (未返却パーツ), the oldest first.
  func unreturnedSheet() -> Sheet {
    var sheet = ReportSheet(.unreturned, self, clauses: [.ar2])
    let rows: [[Cell]] = overview.unreturned.map { position in
      let part = result.unreturned[position]
      let supportCase = cases[Int(part.caseIndex)]
      let contract = contracts[Int(part.contractIndex)]
      return [
        .text(supportCase.id.text), .text(contract.customerName), .text(contract.customer.text),
        .text(contract.productModel), .text(labels[supportCase.part]), .text(supportCase.failedPartSerial),
        .day(part.shippedOn), .number(part.ageDays), .text(part.bucket.rawValue), .yen(supportCase.partPrice),
        .flag(part.chargedOn != nil && supportCase.partPrice != nil),
      ]
    }
    let names = [
      "case_id", "customer_name", "customer_id", "product_model", "part", "failed_part_serial", "shipped_on",
      "age_days", "bucket", "part_price", "charged",
    ]
    sheet.add { _ in
      Table(
        name: "Unreturned",
        columns: names.map { name in
          var column = Table.Column(labels.column(name))
          switch name {
          case "case_id": column.total = .label(labels[Heading.total])
          case "customer_name": column.total = .count
          case "part_price": column.total = .sum
          case "age_days":
            column.conditions = [
              Condition.Rule(.greater(than: 60), .bad), Condition.Rule(.greater(than: 30), .warning),
            ]
          default: break
          }
          return column
        }, rows: Rows(rows), emptyNote: labels[Heading.none])
    }
    return sheet.finished()
  }

  /// The hand-over list of disks that stay with the customer (ディスク引渡し).
  func disksSheet() -> Sheet {
    var sheet = ReportSheet(.disks, self, clauses: [.nd1, .nd2])
    let rows: [[Cell]] = result.keptDisks.map { disk in
      let supportCase = cases[Int(disk.caseIndex)]
      let contract = contracts[Int(disk.contractIndex)]
      return [
        .text(supportCase.id.text), .text(contract.customerName), .text(contract.customer.text),
        .text(labels[contract.service]), .text(contract.productModel), .text(supportCase.failedPartSerial),
        .day(disk.completedOn),
      ]
    }
    let names = [
      "case_id", "customer_name", "customer_id", "service", "product_model", "serial", "completed_on",
    ]
    sheet.add { _ in
      Table(
        name: "Disks",
        columns: names.map { name in
          Table.Column(
            labels.column(name),
            total: name == "case_id" ? .label(labels[Heading.total]) : name == "customer_name" ? .count : nil)
        }, rows: Rows(rows), emptyNote: labels[Heading.none])
    }
    return sheet.finished()
  }
}
