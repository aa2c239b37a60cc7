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

/// Columns of the table by service that charts, tiles and conditions speak of, counted from 0.
enum ServiceColumn {
  static let objective = 1
  static let missed = 3
  static let open = 7
  static let attainment = 8
}

extension ManagementWorkbook {
  /// Attainment by service, region and target, the bridge and the trend (SLA集計).
  func attainmentSheet() -> AttainmentSheet {
    var sheet = ReportSheet(
      .attainment, self, clauses: [.ar1, .on3, .on4, .on6, .od2],
      notes: [labels[Heading.attainmentNote]])
    let groups = serviceGroups
    let byService = sheet.add(labels[Heading.byService]) { serviceTable(groups, at: $0) }
    sheet.add(labels[Heading.byRule]) { origin in
      attainmentTable(
        ruleGroups, headings: [labels.column("rule"), labels[Heading.clause]], name: "ByRule", at: origin)
    }
    sheet.breakPage()
    sheet.add(labels[Heading.bridge]) { bridgeTable(at: $0) }
    let history = report.history.isEmpty ? nil : sheet.add(labels[Heading.trend]) { historyTable(at: $0) }
    sheet.breakPage()
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
      groups.indices.map {
        AttainmentGroup(
          names: [serviceCell(groups[$0].service), .permille(objectives[$0])], counts: groups[$0].counts)
      },
      headings: [labels.column("service"), labels[Heading.objective]], name: "ByService", at: origin)
    let aim = origin.moved(rows: 1, columns: ServiceColumn.objective)
    let attainment = origin.moved(rows: 1, columns: ServiceColumn.attainment)
    table.columns[ServiceColumn.attainment].conditions = [
      Condition.Rule(
        .formula("AND(ISNUMBER(\(attainment)),ISNUMBER(\(aim)),\(attainment)<\(aim))"), .bad)
    ]
    table.columns.append(Table.Column(labels[Heading.received], total: .sum))
    let (rows, byService) = (table.rows, statistics.byService)
    let services = groups.map(\.service)
    table.rows = Rows(count: rows.count) { index, row in
      rows.read(index, into: &row)
      row.add(.number(services[index].map { byService[$0]?.received ?? 0 }))
    }
    return table
  }

  func serviceCell(_ service: ServiceCode?) -> Cell {
    .text(service.map { labels.short($0) } ?? labels[Exclusion.unknownContract])
  }

  /// In the order in which the terms name services and regions; an unknown contract last.
  private var regionGroups: [AttainmentGroup] {
    let services: [ServiceCode?] = ServiceCode.allCases + [nil]
    let regions: [Region?] = Region.allCases + [nil]
    return services.flatMap { service in
      regions.compactMap { region in
        result.summary.groups[AttainmentSummary.Group(service: service, region: region)].map { counts in
          AttainmentGroup(
            names: [serviceCell(service), .text(region.map { labels[$0] } ?? "-")], counts: counts)
        }
      }
    }
  }

  /// By the target that the terms name; what has none (excluded, not isolated) last, so that all tables come to the same.
  private var ruleGroups: [AttainmentGroup] {
    var groups: [Clause: AttainmentCounts] = [:]
    var others = AttainmentCounts()
    for outcome in result.outcomes where outcome.isOpen || outcome.month == report.month {
      if let rule = outcome.rule {
        groups[rule, default: AttainmentCounts()].add(outcome)
      } else {
        others.add(outcome)
      }
    }
    let named = groups.sorted { $0.key.id < $1.key.id }
      .map { AttainmentGroup(names: [.text(labels.rule($0.key)), .text($0.key.id)], counts: $0.value) }
    guard others.total > 0 else { return named }
    return named + [AttainmentGroup(names: [.text(labels[Heading.withoutRule]), .text("-")], counts: others)]
  }
}
