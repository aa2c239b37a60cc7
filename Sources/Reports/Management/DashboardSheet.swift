import Records
import ServiceTerms

/// The sheets that the dashboard's figures and charts come from.
struct DashboardSources {
  var attainment: AttainmentSheet
  var freight: FreightSummarySheet
  var renewals: RenewalSummarySheet
  var tickets: TicketSummarySheet
}

/// The grid of the dashboard: six tiles of two columns with a narrow gap between them.
enum DashboardGrid {
  static let tileColumn = 12.3
  static let gapColumn = 1.3
  static let columns = 17
  /// Pixels of a chart that spans two tiles.
  static let chartWidth = 383
  static let chartHeight = 236
  static let chartRows = 12

  static func firstColumn(ofTile tile: Int) -> Int { tile * 3 + 1 }
  static func range(_ row: Int, _ columns: ClosedRange<Int>, rows: Int = 1) -> CellRange {
    CellRange(
      Address(row: row, column: columns.lowerBound),
      Address(row: row + rows - 1, column: columns.upperBound))
  }
}

extension ManagementWorkbook {
  /// One page for ten seconds (ダッシュボード): key figures, what needs a decision, charts.
  func dashboardSheet(_ sources: DashboardSources) -> Sheet {
    var sheet = Sheet(name: labels[SheetLabel.dashboard])
    sheet.tabColour = .accent
    sheet.page.fitsTall = 1
    sheet.page.centersHorizontally = true
    sheet.page.margins = Page.Margins(left: 0.4, right: 0.4, top: 0.4, bottom: 0.5)
    for column in 1...DashboardGrid.columns {
      sheet.columnWidths[column] = column % 3 == 0 ? DashboardGrid.gapColumn : DashboardGrid.tileColumn
    }
    sheet.put(
      "\(labels[Heading.managementReport])  \(labels.month(report.month))", .title,
      at: Address(row: 1, column: 1))
    sheet.put("\(state)   \(report.company.name.cut(80))", .subtitle, at: Address(row: 2, column: 1))
    sheet.rowHeights[3] = 6
    addTiles(to: &sheet, row: 4, sources)
    sheet.rowHeights[7] = 8
    addConcerns(to: &sheet, row: 8)
    addOutlook(to: &sheet, row: 8, sources)
    let chartRow = 8 + 2 + Concern.allCases.count + 1
    sheet.rowHeights[chartRow - 1] = 8
    addCharts(to: &sheet, row: chartRow, sources)
    let last = chartRow + 2 * DashboardGrid.chartRows - 1
    sheet.page.printArea = DashboardGrid.range(1, 1...DashboardGrid.columns, rows: last)
    return sheet
  }

  // MARK: Key figures

  private struct Tile {
    var label: Heading
    var value: Cell
    var note: String
    var target: SheetLabel
  }

  private func addTiles(to sheet: inout Sheet, row: Int, _ sources: DashboardSources) {
    for (index, tile) in tiles(sources).enumerated() {
      let first = DashboardGrid.firstColumn(ofTile: index)
      let columns = first...(first + 1)
      sheet.merge(
        DashboardGrid.range(row, columns), .link(labels[tile.label], to: place(tile.target)), .kpiLabel)
      sheet.merge(DashboardGrid.range(row + 1, columns), tile.value, .kpiValue)
      sheet.merge(DashboardGrid.range(row + 2, columns), .text(tile.note), .kpiNote)
    }
    sheet.rowHeights[row] = 19
    sheet.rowHeights[row + 1] = 33
    sheet.rowHeights[row + 2] = 18
  }

  private func tiles(_ sources: DashboardSources) -> [Tile] {
    let byService = sources.attainment.byService
    func total(_ placed: PlacedTable, _ column: Int, of sheet: SheetLabel, _ value: Cell) -> Cell {
      guard let row = placed.totalRow else { return value }
      return reference(sheet, Address(row: row, column: placed.origin.column + column), value)
    }
    let attainment = overview.counts.attainmentPermille.map { Cell.permille($0) } ?? .text("-")
    let due = overview.renewalWindows.last ?? RenewalWindow(days: 0, count: 0, fee: 0)
    return [
      Tile(
        label: .attainment, value: total(byService, 7, of: .attainment, attainment),
        note: overview.changeText(labels),
        target: .attainment),
      Tile(
        label: .missedTargets, value: total(byService, 2, of: .attainment, .number(overview.counts.missed)),
        note: labels.phrase(.overdueOf, ["count": overview.overdue.grouped]), target: .attention),
      Tile(
        label: .openCases, value: total(byService, 6, of: .attainment, .number(overview.counts.open)),
        note: labels.phrase(.openOf, ["count": overview.awaitingIsolation.grouped]), target: .attention),
      Tile(
        label: .freightOurs,
        value: total(sources.freight.byService, 1, of: .freightSummary, .yen(overview.freight.ours)),
        note: labels.phrase(.theirs, ["yen": overview.freight.theirs.grouped]), target: .freightSummary),
      Tile(
        label: .renewalsDue,
        value: reference(
          .renewalSummary, sources.renewals.windows.cell(row: 2, column: 1), .number(due.count)),
        note: due.fee.grouped, target: .renewals),
      Tile(
        label: .ticketsLeft,
        value: reference(
          .ticketSummary, sources.tickets.packs.cell(row: 3, column: 1), .number(overview.ticketsLeft)),
        note: overview.ticketsLeftYen.grouped, target: .packs),
    ]
  }

  /// The cell of another sheet, live.
  func reference(_ sheet: SheetLabel, _ address: Address, _ value: Cell) -> Cell {
    .formula("\(Sheet.quoted(labels[sheet]))!\(address)", value)
  }
}

extension MonthOverview {
  /// `前月比 +1.2pt`
  func changeText(_ labels: Labels) -> String {
    guard let change else { return labels[Heading.noLastMonth] }
    let points = "\(abs(change) / 10).\(abs(change) % 10)"
    return labels.phrase(change < 0 ? .changeDown : .changeUp, ["points": points])
  }
}
