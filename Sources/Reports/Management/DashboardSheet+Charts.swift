import Records
import ServiceTerms

extension ManagementWorkbook {
  /// Six charts in two rows of three; where there is nothing to draw, a word stands in its place.
  func addCharts(to sheet: inout Sheet, row: Int, _ sources: DashboardSources) {
    let charts: [(title: Heading, chart: Chart?)] = [
      (.attainmentByService, attainmentChart(sources.attainment)),
      (.trend, trendChart(sources.attainment)),
      (.pipeline, pipelineChart(sources.renewals)),
      (.freightByBearer, freightChart(sources.freight)),
      (.ageing, ageingChart(sources.freight)),
      (.inquiriesByState, inquiryChart(sources.tickets)),
    ]
    for (index, slot) in charts.enumerated() {
      let first = DashboardGrid.firstColumn(ofTile: index % 3 * 2)
      let top = row + index / 3 * DashboardGrid.chartRows
      guard var chart = slot.chart else {
        let text = labels.phrase(.noData, ["title": labels[slot.title]])
        let range = DashboardGrid.range(top, first...(first + 4), rows: DashboardGrid.chartRows - 1)
        sheet.merge(range, .text(text), .kpiNote)
        continue
      }
      chart.title = labels[slot.title]
      chart.anchor = Address(row: top, column: first)
      chart.width = DashboardGrid.chartWidth
      chart.height = DashboardGrid.chartHeight
      sheet.charts.append(chart)
    }
    for chartRow in row..<row + 2 * DashboardGrid.chartRows { sheet.rowHeights[chartRow] = 15 }
  }

  /// Rows of one column of a table, from the first.
  private func source(_ placed: PlacedTable, _ column: Int, rows: Int, on sheet: SheetLabel) -> Chart.Source {
    Chart.Source(
      sheet: labels[sheet],
      CellRange(placed.cell(row: 0, column: column), placed.cell(row: rows - 1, column: column)))
  }

  private func chart(_ kind: Chart.Kind, _ series: [Chart.Series]) -> Chart {
    var chart = Chart(kind: kind, title: "", series: series, anchor: Address(row: 1, column: 1))
    chart.legend = series.count > 1 ? .bottom : .none
    return chart
  }

  private func attainmentChart(_ attainment: AttainmentSheet) -> Chart? {
    guard attainment.due > 0 else { return nil }
    let names = source(attainment.byService, 0, rows: attainment.due, on: .attainment)
    func series(_ name: Heading, _ column: Int, _ colour: Colour, labelled: Bool) -> Chart.Series {
      Chart.Series(
        name: labels[name], categories: names,
        values: source(attainment.byService, column, rows: attainment.due, on: .attainment), colour: colour,
        hasLabels: labelled)
    }
    var chart = chart(
      .bar,
      [series(.attainment, ServiceColumn.attainment, .blue, labelled: true)]
        + (attainment.hasObjectives
          ? [series(.objective, ServiceColumn.objective, .sand, labelled: false)] : []))
    chart.valueAxis = Chart.Axis(numberFormat: "0%", minimum: 0, maximum: 1, majorUnit: 0.25)
    return chart
  }

  private func trendChart(_ attainment: AttainmentSheet) -> Chart? {
    guard let history = attainment.history else { return nil }
    let rows = history.table.rows.count
    var chart = chart(
      .line,
      [
        Chart.Series(
          name: labels[Heading.attainment], categories: source(history, 0, rows: rows, on: .attainment),
          values: source(history, ServiceColumn.attainment, rows: rows, on: .attainment), colour: .blue)
      ])
    let lowest =
      (report.history.suffix(11).map(\.all) + [overview.counts])
      .compactMap(\.attainmentPermille).min() ?? 0
    chart.valueAxis = Chart.Axis(
      numberFormat: "0%", minimum: Double(max(0, lowest / 100 - 1)) / 10, maximum: 1)
    return chart
  }

  private func pipelineChart(_ renewals: RenewalSummarySheet) -> Chart? {
    guard renewals.pipelineTotal > 0 else { return nil }
    var chart = chart(
      .column,
      [
        Chart.Series(
          name: labels[Heading.count],
          categories: source(renewals.pipeline, 0, rows: 12, on: .renewalSummary),
          values: source(renewals.pipeline, 1, rows: 12, on: .renewalSummary), colour: .teal, hasLabels: true)
      ])
    chart.valueAxis = Chart.Axis(title: labels[Heading.contractsUnit], numberFormat: "#,##0", minimum: 0)
    return chart
  }

  private func freightChart(_ freight: FreightSummarySheet) -> Chart? {
    guard freight.services > 0 else { return nil }
    let names = source(freight.byService, 0, rows: freight.services, on: .freightSummary)
    func series(_ name: Heading, _ column: Int, _ colour: Colour) -> Chart.Series {
      Chart.Series(
        name: labels[name], categories: names,
        values: source(freight.byService, column, rows: freight.services, on: .freightSummary), colour: colour
      )
    }
    var chart = chart(
      .stackedBar, [series(.freightOurs, 1, .blue), series(.freightTheirs, 2, .orange)])
    chart.valueAxis = Chart.Axis(
      title: labels[Heading.yen], numberFormat: "#,##0", minimum: 0,
      majorUnit: Self.step(for: freight.highest))
    return chart
  }

  /// A round step that leaves some four labels on an axis up to `highest`, so that long figures stand side by side.
  static func step(for highest: Int) -> Double {
    var step = 1
    while highest / 4 >= step {
      for factor in [1, 2, 5, 10] where highest / 4 < step * factor { return Double(step * factor) }
      guard step < Int.max / 100 else { break }
      step *= 10
    }
    return Double(step)
  }

  private func ageingChart(_ freight: FreightSummarySheet) -> Chart? {
    guard !result.unreturned.isEmpty else { return nil }
    let rows = AgeBucket.allCases.count
    var chart = chart(
      .column,
      [
        Chart.Series(
          name: labels[Heading.count], categories: source(freight.ageing, 0, rows: rows, on: .freightSummary),
          values: source(freight.ageing, 1, rows: rows, on: .freightSummary), colour: .orange,
          hasLabels: true)
      ])
    chart.categoryAxis = Chart.Axis(title: labels[Heading.ageDays])
    chart.valueAxis = Chart.Axis(title: labels[Heading.partsUnit], numberFormat: "#,##0", minimum: 0)
    return chart
  }

  private func inquiryChart(_ tickets: TicketSummarySheet) -> Chart? {
    guard tickets.inquiryCount > 0 else { return nil }
    let rows = DrawState.allCases.count
    var chart = chart(
      .column,
      [
        Chart.Series(
          name: labels[Heading.inquiryCount],
          categories: source(tickets.inquiries, 0, rows: rows, on: .ticketSummary),
          values: source(tickets.inquiries, 1, rows: rows, on: .ticketSummary), colour: .blue, hasLabels: true
        )
      ])
    chart.valueAxis = Chart.Axis(title: labels[Heading.inquiriesUnit], numberFormat: "#,##0", minimum: 0)
    return chart
  }
}
