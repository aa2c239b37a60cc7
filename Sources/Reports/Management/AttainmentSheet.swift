import Records
import ServiceTerms

/// The sheet of attainment, and where the dashboard finds its figures.
struct AttainmentSheet {
  var sheet: Sheet
  var byService: PlacedTable
  /// Rows of `byService`, from the first, in which something was due.
  var due: Int
  var hasObjectives: Bool
  /// Nil without a ledger.
  var history: PlacedTable?
}

extension ManagementWorkbook {
  /// Attainment by service, region and target, the bridge and the trend (SLA集計).
  func attainmentSheet() -> AttainmentSheet {
    var sheet = ReportSheet(
      .attainment, self, clauses: [.ar1, .on3, .on4, .on6, .od2],
      notes: [labels[Heading.attainmentNote]])
    let groups = serviceGroups
    let byService = sheet.add(labels[Heading.byService]) { serviceTable(groups, at: $0) }
    let bridge = sheet.add(labels[Heading.bridge]) { bridgeTable(at: $0) }
    let ruleColumn = bridge.header.through.column + 2
    sheet.add(labels[Heading.byRule], at: Address(row: bridge.origin.row - 1, column: ruleColumn)) { origin in
      attainmentTable(
        ruleGroups, headings: [labels.column("rule"), labels[Heading.clause]], name: "ByRule", at: origin)
    }
    sheet.breakPage()
    let history = report.history.isEmpty ? nil : sheet.add(labels[Heading.trend]) { historyTable(at: $0) }
    sheet.add(labels[Heading.byRegion]) { origin in
      attainmentTable(
        regionGroups, headings: [labels.column("service"), labels.column("region")], name: "ByRegion",
        hasFilter: true, at: origin)
    }
    return AttainmentSheet(
      sheet: sheet.finished(), byService: byService,
      due: groups.count { $0.counts.attainmentPermille != nil },
      hasObjectives: ServiceCode.allCases.contains { objective($0) != nil }, history: history)
  }

  /// The objective in force at the end of the month, in permille.
  func objective(_ service: ServiceCode) -> Int? {
    report.frame.closing.edition.services[service]?.objective
  }

  /// Services with a case, those in which something was due first; an unknown contract last.
  private var serviceGroups: [(service: ServiceCode?, counts: AttainmentCounts)] {
    let services: [ServiceCode?] = ServiceCode.allCases + [nil]
    let groups = services.map { (service: $0, counts: result.summary.counts(of: $0)) }
      .filter { group in
        group.counts.total > 0 || group.service.map { (statistics.byService[$0]?.received ?? 0) > 0 } ?? false
      }
    return groups.filter { $0.counts.attainmentPermille != nil }
      + groups.filter { $0.counts.attainmentPermille == nil }
  }

  private func serviceTable(
    _ groups: [(service: ServiceCode?, counts: AttainmentCounts)], at origin: Address
  ) -> Table {
    let objectives = groups.map { $0.service.flatMap { objective($0) } }
    var table = attainmentTable(
      groups.map { AttainmentGroup(names: [serviceCell($0.service)], counts: $0.counts) },
      headings: [labels.column("service")], name: "ByService", at: origin)
    let (attainment, aim) = (origin.moved(rows: 1, columns: 7), origin.moved(rows: 1, columns: 8))
    table.columns[7].conditions = [
      Condition.Rule(
        .formula("AND(ISNUMBER(\(attainment)),ISNUMBER(\(aim)),\(attainment)<\(aim))"), .bad)
    ]
    table.columns += [
      Table.Column(labels[Heading.objective]),
      Table.Column(labels[Heading.received], total: .sum),
    ]
    let (rows, byService) = (table.rows, statistics.byService)
    let services = groups.map(\.service)
    table.rows = Rows(count: rows.count) { index, row in
      rows.read(index, into: &row)
      row.add(.permille(objectives[index]))
      row.add(.number(services[index].map { byService[$0]?.received ?? 0 }))
    }
    return table
  }

  func serviceCell(_ service: ServiceCode?) -> Cell {
    .text(service.map { labels.short($0) } ?? labels[Exclusion.unknownContract])
  }

  private var regionGroups: [AttainmentGroup] {
    result.summary.rows.compactMap { line in
      guard case .all = line.region else {
        return AttainmentGroup(
          names: [
            serviceCell(ServiceCode(rawValue: line.service.code)),
            .text(Region(rawValue: line.region.code).map { labels[$0] } ?? "-"),
          ], counts: line.counts)
      }
      return nil
    }
  }

  /// By the target that the terms name; cases without one (excluded, not isolated) belong to none.
  private var ruleGroups: [AttainmentGroup] {
    var groups: [Clause: AttainmentCounts] = [:]
    for outcome in result.outcomes where outcome.isOpen || outcome.month == report.month {
      guard let rule = outcome.rule else { continue }
      groups[rule, default: AttainmentCounts()].add(outcome)
    }
    return groups.sorted { $0.key.id < $1.key.id }
      .map { AttainmentGroup(names: [.text(labels.rule($0.key)), .text($0.key.id)], counts: $0.value) }
  }
}
