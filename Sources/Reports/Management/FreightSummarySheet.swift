import Records
import ServiceTerms

/// The sheet that sums freight and parts, and where the dashboard finds its figures.
struct FreightSummarySheet {
  var sheet: Sheet
  var byService: PlacedTable
  var services: Int
  /// The freight of the service that has most of it, in yen.
  var highest: Int
  var ageing: PlacedTable
}

extension ManagementWorkbook {
  /// Freight by who bears it, the settlement, the courier's statement, and the age of unreturned parts (送料・部品集計).
  func freightSummarySheet() throws(YenOverflow) -> FreightSummarySheet {
    var sheet = ReportSheet(.freightSummary, self, clauses: [.sb6, .ar2])
    let services = try freightByService()
    var highest = Yen.zero
    for service in services { highest = max(highest, try service.shares.ours + service.shares.theirs) }
    let byService = sheet.add(labels[Heading.freightByBearer]) { _ in freightTable(services) }
    let settlements = try settlementRows()
    sheet.add(labels[Heading.settlements], beside: byService, column: 5) { _ in
      Table(
        name: "Settlements",
        columns: [
          Table.Column(labels.column("settlement"), total: .label(labels[Heading.total])),
          Table.Column(labels[Heading.count], total: .sum), Table.Column(labels[Heading.yen], total: .sum),
        ], rows: Rows(settlements), hasFilter: false, emptyNote: labels[Heading.none])
    }
    let ageing = sheet.add(labels[Heading.ageing]) { _ in ageingTable }
    if report.exports.courier != nil {
      let lines = try reconciliationRows()
      sheet.add(labels[Heading.statementControl], beside: ageing, column: 5) { _ in
        reconciliationControl(lines)
      }
    }
    return FreightSummarySheet(
      sheet: sheet.finished(), byService: byService, services: services.count,
      highest: highest.amount, ageing: ageing)
  }

  /// This month's legs whose bearer is known, by service.
  private func freightByService() throws(YenOverflow) -> [(service: ServiceCode, shares: FreightShares)] {
    var shares: [ServiceCode: FreightShares] = [:]
    for leg in result.legs where leg.month == report.month {
      guard let service = leg.contractIndex.map({ contracts[Int($0)].service }), service.isSendback else {
        continue
      }
      try shares[service, default: FreightShares()].add(leg)
    }
    return ServiceCode.allCases.compactMap { service in shares[service].map { (service, $0) } }
  }

  private func freightTable(_ services: [(service: ServiceCode, shares: FreightShares)]) -> Table {
    Table(
      name: "FreightByBearer",
      columns: [
        Table.Column(labels.column("service"), total: .label(labels[Heading.total])),
        Table.Column(labels[Heading.freightOurs], total: .sum),
        Table.Column(labels[Heading.freightTheirs], total: .sum),
      ],
      rows: Rows(
        services.map { [.text(labels.short($0.service)), .yen($0.shares.ours), .yen($0.shares.theirs)] }),
      hasFilter: false, emptyNote: labels[Heading.none])
  }

  private func settlementRows() throws(YenOverflow) -> [[Cell]] {
    var rows: [[Cell]] = []
    for settlement in [Settlement.claim, .credit] {
      let legs = result.legs.filter {
        $0.month == report.month && $0.settlement == settlement && $0.state == .settled
      }
      rows.append([
        .text(labels[settlement]), .number(legs.count), .yen(try legs.compactMap(\.amount).sum()),
      ])
    }
    let unresolved = result.legs.count { $0.month == report.month && $0.state == .unresolved }
    rows.append([.text(labels[FreightState.unresolved]), .number(unresolved), .blank])
    return rows
  }

  private func reconciliationRows() throws(YenOverflow) -> [(ReconciliationState, Int, Yen)] {
    let statement = report.exports.courier?.rows ?? []
    var rows: [(ReconciliationState, Int, Yen)] = []
    for state in ReconciliationState.allCases where state != .notOnStatement {
      let lines = (result.reconciliation ?? []).filter { $0.state == state }
      let billed = try lines.compactMap { $0.statementIndex.map { statement[Int($0)].amount } }.sum()
      rows.append((state, lines.count, billed))
    }
    return rows
  }

  /// The statement's lines by state add up to its total, to the yen.
  private func reconciliationControl(_ lines: [(ReconciliationState, Int, Yen)]) -> Table {
    Table(
      name: "StatementControl",
      columns: [
        Table.Column(labels.column("state"), total: .label(labels[Heading.statementTotal])),
        Table.Column(labels[Heading.count], total: .sum), Table.Column(labels[Heading.yen], total: .sum),
      ], rows: Rows(lines.map { [.text(labels[$0.0]), .number($0.1), .yen($0.2)] }), hasFilter: false)
  }

  private var ageingTable: Table {
    let rows: [[Cell]] = AgeBucket.allCases.map { bucket in
      [.text(bucket.rawValue), .number(result.unreturned.count { $0.bucket == bucket })]
    }
    return Table(
      name: "Ageing",
      columns: [
        Table.Column(labels[Heading.ageDays], total: .label(labels[Heading.total])),
        Table.Column(labels[Heading.count], total: .sum),
      ], rows: Rows(rows), hasFilter: false)
  }
}
