import Records
import ServiceTerms

extension ManagementWorkbook {
  /// Attainment by customer (顧客別SLA): those with the most missed targets first.
  func customersSheet() -> Sheet {
    var sheet = ReportSheet(.customers, self, notes: [labels[Heading.attainmentNote]])
    let groups = customerGroups
    sheet.add { origin in
      attainmentTable(
        groups, headings: [labels.column("customer_name"), labels.column("customer_id")], name: "Customers",
        hasFilter: true, at: origin)
    }
    return sheet.finished()
  }

  private var customerGroups: [AttainmentGroup] {
    var counts: [Identifier: AttainmentCounts] = [:]
    var names: [Identifier: String] = [:]
    for outcome in result.outcomes where outcome.isOpen || outcome.month == report.month {
      guard let contract = contract(outcome.contractIndex) else { continue }
      counts[contract.customer, default: AttainmentCounts()].add(outcome)
      names[contract.customer] = names[contract.customer] ?? contract.customerName
    }
    return counts.sorted { left, right in
      (-left.value.missed, left.value.attainmentPermille ?? 1001, left.key)
        < (-right.value.missed, right.value.attainmentPermille ?? 1001, right.key)
    }
    .map { AttainmentGroup(names: [.text(names[$0.key] ?? ""), .text($0.key.text)], counts: $0.value) }
  }
}
