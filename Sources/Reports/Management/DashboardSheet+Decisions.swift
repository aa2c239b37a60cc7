import Records
import ServiceTerms

extension ManagementWorkbook {
  /// What needs a decision (まず判断すること): how many of each kind, the most urgent one, and where the rest is.
  func addConcerns(to sheet: inout Sheet, row: Int) {
    let concerns = Concerns(report: report, overview: overview, labels: labels)
    sheet.merge(DashboardGrid.range(row, 1...11), .text(labels[Heading.decideFirst]), .section)
    let header = row + 1
    sheet.merge(DashboardGrid.range(header, 1...3), .text(labels[Heading.item]), .header)
    sheet.put(labels[Heading.count], .header, at: Address(row: header, column: 4))
    sheet.merge(DashboardGrid.range(header, 5...10), .text(labels[Heading.mostUrgent]), .header)
    sheet.put(labels[Heading.details], .header, at: Address(row: header, column: 11))
    for (index, concern) in Concern.allCases.enumerated() {
      let row = header + 1 + index
      let count = concerns.count(concern)
      let style: Style = count == 0 ? .muted : concern == .atRisk ? .warning : .bad
      sheet.merge(DashboardGrid.range(row, 1...3), .text(labels[concern]), .item)
      sheet.put(.number(count), style, at: Address(row: row, column: 4))
      let urgent = concerns.items(concern, limit: 1).first
      let text = [urgent?.key.cut(24), urgent?.detail, urgent?.customer].compactMap(\.self)
        .filter { !$0.isEmpty }.joined(separator: "  ")
      sheet.merge(
        DashboardGrid.range(row, 5...10), .text(count == 0 ? labels[Heading.none] : text.cut(54)),
        count == 0 ? .muted : .item)
      sheet.put(
        .link(labels[Heading.open], to: place(concern.sheet)), .link, at: Address(row: row, column: 11))
    }
  }

  /// What is coming (今後の見通し): contracts that end, tickets that are left, freight by bearer.
  func addOutlook(to sheet: inout Sheet, row: Int, _ sources: DashboardSources) {
    sheet.merge(DashboardGrid.range(row, 13...17), .text(labels[Heading.outlook]), .section)
    let header = row + 1
    sheet.merge(DashboardGrid.range(header, 13...14), .text(labels[Heading.item]), .header)
    sheet.merge(DashboardGrid.range(header, 15...16), .text(labels[Heading.count]), .header)
    sheet.put(labels[Heading.yen], .header, at: Address(row: header, column: 17))
    let windows = overview.renewalWindows.enumerated().map { index, window in
      let placed = sources.renewals.windows
      return (
        labels.phrase(.windowNote, ["days": String(window.days)]),
        reference(.renewalSummary, placed.cell(row: index, column: 1), .number(window.count)),
        reference(.renewalSummary, placed.cell(row: index, column: 2), .yen(window.fee))
      )
    }
    let packs = sources.tickets.packs
    let lines: [(String, Cell, Cell)] =
      windows + [
        (
          labels[Heading.ticketsLeft],
          reference(.ticketSummary, packs.cell(row: 3, column: 1), .number(overview.ticketsLeft)),
          reference(.ticketSummary, packs.cell(row: 3, column: 2), .yen(overview.ticketsLeftYen))
        ),
        (labels[Heading.freightOurs], .blank, .yen(overview.freight.ours)),
        (labels[Heading.freightTheirs], .blank, .yen(overview.freight.theirs)),
      ]
    for (index, line) in lines.enumerated() {
      let row = header + 1 + index
      sheet.merge(DashboardGrid.range(row, 13...14), .text(line.0), .item)
      sheet.merge(DashboardGrid.range(row, 15...16), line.1, OwnLook.shrunk)
      sheet.put(line.2, OwnLook.shrunk, at: Address(row: row, column: 17))
    }
  }
}
