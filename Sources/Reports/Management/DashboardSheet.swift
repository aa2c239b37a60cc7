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
    sheet.put(
      "\(state)   \(labels.name(of: report.company).cut(80))", .subtitle, at: Address(row: 2, column: 1))
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
    addSheetLinks(to: &sheet, row: last + 2)
    return sheet
  }

  /// The way to every sheet (すべてのシート), below the printed page.
  private func addSheetLinks(to sheet: inout Sheet, row: Int) {
    sheet.merge(
      DashboardGrid.range(row, 1...DashboardGrid.columns), .text(labels[Heading.allSheets]), .section)
    let targets = SheetLabel.allCases.dropFirst().filter { $0 != .closedDays || checksDeadlines }
    for (index, target) in targets.enumerated() {
      let first = DashboardGrid.firstColumn(ofTile: index % 6)
      sheet.merge(
        DashboardGrid.range(row + 1 + index / 6, first...(first + 1)),
        .link(labels[target], to: place(target)), .link)
    }
  }

  // MARK: Key figures

  private struct Tile {
    var label: Heading
    var value: Cell
    var style = Style.kpiValue
    var note: String
    var target: SheetLabel
  }

  private func addTiles(to sheet: inout Sheet, row: Int, _ sources: DashboardSources) {
    for (index, tile) in tiles(sources).enumerated() {
      let first = DashboardGrid.firstColumn(ofTile: index)
      let columns = first...(first + 1)
      sheet.merge(
        DashboardGrid.range(row, columns), .link(labels[tile.label], to: place(tile.target)), .kpiLabel)
      sheet.merge(DashboardGrid.range(row + 1, columns), tile.value, tile.style)
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
    return [
      Tile(
        label: .attainment, value: total(byService, ServiceColumn.attainment, of: .attainment, attainment),
        note: overview.changeText(labels),
        target: .attainment),
      Tile(
        label: .missedTargets,
        value: total(byService, ServiceColumn.missed, of: .attainment, .number(overview.counts.missed)),
        style: overview.counts.missed > 0 ? OwnLook.kpiBad : .kpiValue,
        note: labels.phrase(.overdueOf, ["count": overview.overdue.grouped]), target: .attention),
      Tile(
        label: .openCases,
        value: total(byService, ServiceColumn.open, of: .attainment, .number(overview.counts.open)),
        note: labels.phrase(.openOf, ["count": overview.awaitingIsolation.grouped]), target: .attention),
      Tile(
        label: .freightOurs,
        value: total(sources.freight.byService, 1, of: .freightSummary, .yen(overview.freight.ours)),
        style: OwnLook.kpiYen,
        note: labels.phrase(.theirs, ["yen": overview.freight.theirs.grouped]), target: .freightSummary),
      Tile(
        label: .renewalsDue, value: renewalCounts(sources.renewals.windows),
        note: overview.renewalWindows.map(\.fee.grouped).joined(separator: " / "), target: .renewals),
      Tile(
        label: .ticketsLeft,
        value: reference(
          .ticketSummary, sources.tickets.packs.cell(row: 3, column: 1), .number(overview.ticketsLeft)),
        note: overview.ticketsLeftYen.grouped, target: .packs),
    ]
  }

  /// `2 / 3 / 6`: the contracts of each window, live.
  private func renewalCounts(_ placed: PlacedTable) -> Cell {
    let sheet = Sheet.quoted(labels[SheetLabel.renewalSummary])
    let windows = overview.renewalWindows
    let formula = windows.indices.map { "\(sheet)!\(placed.cell(row: $0, column: 1))" }
      .joined(separator: "&\" / \"&")
    return .formula(formula, .text(windows.map { String($0.count) }.joined(separator: " / ")))
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
