import Records
import ServiceTerms

extension ManagementWorkbook {
  /// The bridge (件数の照合): cases in the file = met + missed + no target + not judged + excluded + open + of other months.
  func bridgeTable(at origin: Address) -> Table {
    let counts = result.summary.all
    let parts: [(String, Int)] = [
      (labels.column("met"), counts.met), (labels.column("missed"), counts.missed),
      (labels.column("no_target"), counts.noTarget), (labels.column("not_judged"), counts.notJudged),
      (labels.column("excluded"), counts.excluded), (labels.column("open"), counts.open),
      (labels[Heading.ofOtherMonths], result.summary.ofOtherMonths),
    ]
    let last = origin.row + parts.count
    let sum = "SUM(\(Address(row: origin.row + 1, column: 2)):\(Address(row: last, column: 2)))"
    let inFile = result.outcomes.count
    let rows: [[Cell]] =
      parts.map { [.text($0.0), .number($0.1)] } + [
        [.text(labels[Heading.casesCounted]), .formula(sum, .number(result.summary.casesInFile))],
        [.text(labels[Heading.casesInFile]), .number(inFile)],
        [
          .text(labels[Heading.difference]),
          .formula(
            "\(Address(row: last + 2, column: 2))-\(Address(row: last + 1, column: 2))",
            .number(inFile - result.summary.casesInFile)),
        ],
        [.text(labels[Heading.rejectedRows]), .number(report.rejectedRows[.cases] ?? 0)],
      ]
    return Table(
      name: "Bridge", columns: [Table.Column(labels[Heading.item]), Table.Column(labels[Heading.count])],
      rows: Rows(count: rows.count) { index, row in
        for cell in rows[index] { row.add(cell) }
        if index == parts.count { row.style = .total }
        if index == parts.count + 2 { row.style = rows[index][1] == .number(0) ? .good : .item }
      }, hasFilter: false)
  }

  /// How long things took, and how late visits were agreed (所要時間).
  func leadTimesSheet() -> Sheet {
    var sheet = ReportSheet(
      .leadTimes, self, clauses: [.mw1, .ex1, .on3, .on6], notes: [labels[Heading.spreadNote]])
    sheet.add(labels[Heading.leadTimes]) { _ in spreadTable }
    sheet.add(labels[Heading.agreedVisits]) { _ in visitTable }
    return sheet.finished()
  }

  /// Lead times per service: median, 90th percentile, worst (所要時間).
  var spreadTable: Table {
    var rows: [[Cell]] = []
    for service in ServiceCode.allCases {
      guard let figures = statistics.byService[service] else { continue }
      let isolation: Heading = service == .onsite24h ? .isolationElapsed : .isolationBusiness
      for (heading, spread) in [
        (isolation, figures.isolationMinutes), (.turnaround, figures.turnaroundDays),
        (.marginToDeadline, figures.marginMinutes),
      ] {
        guard let spread else { continue }
        rows.append([.text(labels[service]), .text(labels[heading])] + spread.cells)
      }
    }
    return Table(
      name: "LeadTimes",
      columns: [labels.column("service"), labels[Heading.measure]].map { Table.Column($0) } + spreadColumns,
      rows: Rows(rows), hasFilter: false, emptyNote: labels[Heading.none])
  }

  /// Visits agreed with the customer, and how late they were agreed (訪問予定): so that agreeing late cannot hide a weakness.
  var visitTable: Table {
    let rows: [[Cell]] = ServiceCode.allCases.filter(\.isOnsite).compactMap { service in
      guard let figures = statistics.byService[service] else { return nil }
      return [
        .text(labels[service]), .number(figures.agreedVisits), .number(figures.agreedAfterRuleDeadline),
      ] + (figures.agreedAfterEarliestDays?.cells ?? [])
    }
    let headings = [
      labels.column("service"), labels[Heading.agreedCount], labels[Heading.agreedAfterRule],
      labels[Heading.agreedAfterEarliest],
    ]
    return Table(
      name: "AgreedVisits", columns: headings.map { Table.Column($0) } + spreadColumns.dropFirst(),
      rows: Rows(rows), hasFilter: false, emptyNote: labels[Heading.none])
  }

  var spreadColumns: [Table.Column] {
    [Heading.count, .median, .p90, .worst].map { Table.Column(labels[$0]) }
  }

  /// The last twelve months with this one, from the ledger (推移).
  func historyTable(at origin: Address) -> Table {
    let columns = AttainmentColumns(labels: labels, before: 2)
    let months =
      Array(report.history.filter { $0.month < report.month }.suffix(11))
      + [
        MonthFigures(
          month: report.month, services: [:], all: overview.counts, freight: overview.freight)
      ]
    let counted = columns.columns(AttainmentCounts(), totalRow: 0).map { column in
      Table.Column(column.title, conditions: column.conditions)
    }
    return Table(
      name: "Trend",
      columns: [Table.Column(labels.column("month")), Table.Column(labels[Heading.count])] + counted
        + [Heading.freightOurs, .freightTheirs].map { Table.Column(labels[$0]) },
      rows: Rows(count: months.count) { index, row in
        let figures = months[index]
        row.add(figures.month.description)
        let line = origin.row + 1 + index
        let counted = CellRange(Address(row: line, column: 3), Address(row: line, column: 8))
        row.add(.formula("SUM(\(counted))", .number(figures.all.total)))
        columns.add(figures.all, to: &row, index: index, at: origin)
        row.add(.yen(figures.freight.ours))
        row.add(.yen(figures.freight.theirs))
      }, hasFilter: false)
  }
}

extension Spread {
  /// How many values, median, 90th percentile and worst.
  var cells: [Cell] { [.number(count), .number(median), .number(p90), .number(worst)] }
}
