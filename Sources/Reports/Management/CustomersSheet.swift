import Records
import ServiceTerms

extension ManagementWorkbook {
  /// Attainment by customer (顧客別SLA): those with the most missed targets first, cases of unknown contracts last.
  func customersSheet() -> Sheet {
    var sheet = ReportSheet(
      .customers, self, clauses: [.ar1, .on3, .on4, .on6, .od2], notes: [labels[Heading.attainmentNote]])
    let groups = customerGroups
    sheet.add { origin in
      attainmentTable(
        groups, headings: [labels.column("customer_name"), labels.column("customer_id")], name: "Customers",
        hasFilter: true, at: origin)
    }
    return sheet.finished()
  }

  private var customerGroups: [AttainmentGroup] {
    var byContract: [Int32: AttainmentCounts] = [:]
    var unknown = AttainmentCounts()
    for outcome in result.outcomes where outcome.isOpen || outcome.month == report.month {
      guard let contractIndex = outcome.contractIndex else {
        unknown.add(outcome)
        continue
      }
      byContract[contractIndex, default: AttainmentCounts()].add(outcome)
    }
    var counts: [Identifier: AttainmentCounts] = [:]
    var names: [Identifier: String] = [:]
    for (contractIndex, ofContract) in byContract.sorted(by: { $0.key < $1.key }) {
      let contract = contracts[Int(contractIndex)]
      counts[contract.customer, default: AttainmentCounts()] += ofContract
      names[contract.customer] = names[contract.customer] ?? contract.customerName
    }
    let known = counts.sorted { left, right in
      (-left.value.missed, left.value.attainmentPermille ?? 1001, left.key)
        < (-right.value.missed, right.value.attainmentPermille ?? 1001, right.key)
    }
    .map { AttainmentGroup(names: [.text(names[$0.key] ?? ""), .text($0.key.text)], counts: $0.value) }
    guard unknown.total > 0 else { return known }
    return known + [
      AttainmentGroup(names: [.text(labels[Exclusion.unknownContract]), .text("-")], counts: unknown)
    ]
  }
}
