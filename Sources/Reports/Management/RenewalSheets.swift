import Records
import ServiceTerms

/// The sheet that sums renewals, and where the dashboard finds its figures.
struct RenewalSummarySheet {
  var sheet: Sheet
  var windows: PlacedTable
  var pipeline: PlacedTable
  var pipelineTotal: Int
}

extension ManagementWorkbook {
  /// The renewal rate, what ends when, and the states of all contracts (更新集計).
  func renewalSummarySheet() throws(YenOverflow) -> RenewalSummarySheet {
    var sheet = ReportSheet(.renewalSummary, self, notes: [labels[Heading.renewalNote]])
    let windows = sheet.add(labels[Heading.renewalWindows]) { _ in windowTable }
    let rate = try renewalRate()
    sheet.add(labels[Heading.renewalRate], beside: windows, column: 5) { rateTable(rate, at: $0) }
    let pipeline = try renewalPipeline()
    let states = sheet.add(labels[Heading.renewalStates]) { _ in stateTable }
    let placed = sheet.add(labels[Heading.pipeline], beside: states, column: 5) { _ in pipelineTable(pipeline)
    }
    return RenewalSummarySheet(
      sheet: sheet.finished(), windows: windows, pipeline: placed,
      pipelineTotal: pipeline.reduce(0) { $0 + $1.count })
  }

  private var windowTable: Table {
    let rows: [[Cell]] = overview.renewalWindows.map { window in
      [
        .text(labels.phrase(.withinDays, ["days": String(window.days)])), .number(window.count),
        .yen(window.fee),
      ]
    }
    return Table(
      name: "RenewalWindows",
      columns: [
        Table.Column(labels[Heading.period]), Table.Column(labels[Heading.count]),
        Table.Column(labels.column("annual_fee")),
      ], rows: Rows(rows), hasFilter: false)
  }

  /// Contracts that end in the month and of these those that go on, in number and yen.
  private func renewalRate() throws(YenOverflow) -> (count: (Int, Int), fee: (Yen, Yen)) {
    var (kept, all) = (0, 0)
    var (keptFee, allFee) = (Yen.zero, Yen.zero)
    for renewal in result.renewals where report.month.contains(renewal.endsOn) {
      let fee = contracts[Int(renewal.contractIndex)].annualFee ?? .zero
      all += 1
      allFee = try allFee + fee
      guard renewal.state == .renewed || renewal.state == .autoRenewed else { continue }
      kept += 1
      keptFee = try keptFee + fee
    }
    return ((kept, all), (keptFee, allFee))
  }

  private func rateTable(_ rate: (count: (Int, Int), fee: (Yen, Yen)), at origin: Address) -> Table {
    func ratio(row: Int, _ part: Int, _ whole: Int) -> Cell {
      let kept = Address(row: row, column: origin.column + 1)
      let all = kept.moved(columns: 1)
      let permille = whole == 0 ? nil : part.multipliedFullWidth(by: 1000)
      let value = permille.map { Cell.permille(whole.dividingFullWidth($0).quotient) }
      return .formula("IF(\(all)=0,\"-\",INT(\(kept)*1000/\(all))/1000)", value ?? .text("-"))
    }
    let rows: [[Cell]] = [
      [
        .text(labels[Heading.byNumber]), .number(rate.count.0), .number(rate.count.1),
        ratio(row: origin.row + 1, rate.count.0, rate.count.1),
      ],
      [
        .text(labels[Heading.byFee]), .yen(rate.fee.0), .yen(rate.fee.1),
        ratio(row: origin.row + 2, rate.fee.0.amount, rate.fee.1.amount),
      ],
    ]
    let headings = [Heading.item, .renewedInMonth, .endedInMonth, .renewalRate]
    return Table(
      name: "RenewalRate", columns: headings.map { Table.Column(labels[$0]) }, rows: Rows(rows),
      hasFilter: false)
  }

  /// What ends in each of the twelve months after this one, unless it is cancelled or renewed already.
  private func renewalPipeline() throws(YenOverflow) -> [(month: BillingMonth, count: Int, fee: Yen)] {
    var months = (1...12).map { (month: report.month + $0, count: 0, fee: Yen.zero) }
    for renewal in result.renewals where renewal.isUndecided {
      let place = report.month.distance(to: renewal.endsOn.month) - 1
      guard months.indices.contains(place) else { continue }
      months[place].count += 1
      months[place].fee =
        try months[place].fee + (contracts[Int(renewal.contractIndex)].annualFee ?? .zero)
    }
    return months
  }

  private func pipelineTable(_ months: [(month: BillingMonth, count: Int, fee: Yen)]) -> Table {
    Table(
      name: "Pipeline",
      columns: [
        Table.Column(labels[Heading.endMonth], total: .label(labels[Heading.total])),
        Table.Column(labels[Heading.count], total: .sum),
        Table.Column(labels.column("annual_fee"), total: .sum),
      ],
      rows: Rows(months.map { [.text($0.month.description), .number($0.count), .yen($0.fee)] }),
      hasFilter: false)
  }

  /// Every contract of the file is in exactly one state.
  private var stateTable: Table {
    let rows: [[Cell]] = RenewalState.allCases.map { state in
      [.text(labels[state]), .number(result.renewals.count { $0.state == state })]
    }
    return Table(
      name: "RenewalStates",
      columns: [
        Table.Column(labels.column("state"), total: .label(labels[Heading.contractsInFile])),
        Table.Column(labels[Heading.count], total: .sum),
      ], rows: Rows(rows), hasFilter: false)
  }

  /// Contracts that end in the month or are due, with what to offer (契約更新), the next end first.
  func renewalsSheet() -> Sheet {
    var sheet = ReportSheet(.renewals, self, notes: [labels[Heading.renewalsNote]])
    let contracts = contracts
    let renewals = result.renewals.filter { $0.state == .due || report.month.contains($0.endsOn) }
      .sorted {
        ($0.endsOn, contracts[Int($0.contractIndex)].id) < ($1.endsOn, contracts[Int($1.contractIndex)].id)
      }
    let states: CodeTable<RenewalState, Cell> = labels.cells()
    let services = labels.shortServices
    let automatic = Cell.text(labels[Heading.automatic])
    sheet.add { _ in
      Table(
        name: "Renewals", columns: renewalColumns,
        rows: Rows(renewals) { renewal, row in
          let contract = contracts[Int(renewal.contractIndex)]
          row.add(states[renewal.state])
          row.add(contract.id.text)
          row.add(contract.customerName)
          row.add(services[contract.service])
          row.add(contract.productModel)
          row.add(.day(renewal.endsOn))
          row.add(.number(renewal.daysLeft))
          row.add(renewal.isAutomatic ? automatic : .blank)
          row.add(.yen(contract.annualFee))
          row.add(renewal.proposal.map { services[$0.service] } ?? .blank)
          row.add(.day(renewal.proposal?.startsOn))
          row.add(.day(renewal.proposal?.endsOn))
          row.add(.yen(renewal.proposal?.fee))
        }, emptyNote: labels[Heading.none])
    }
    return sheet.finished()
  }

  private var renewalColumns: [Table.Column] {
    let names = [
      "state", "contract_id", "customer_name", "service", "product_model", "ends_on", "days_left",
      "auto_renew", "annual_fee", "proposed_service", "proposed_start", "proposed_end", "proposed_fee",
    ]
    return names.map { name in
      var column = Table.Column(labels.column(name))
      switch name {
      case "state":
        column.total = .label(labels[Heading.total])
        column.conditions = [
          Condition.Rule(.equals(labels[RenewalState.lapsed]), .bad),
          Condition.Rule(.equals(labels[RenewalState.due]), .warning),
          Condition.Rule(.equals(labels[RenewalState.renewed]), .good),
          Condition.Rule(.equals(labels[RenewalState.autoRenewed]), .good),
        ]
      case "contract_id": column.total = .count
      case "annual_fee", "proposed_fee": column.total = .sum
      default: break
      }
      return column
    }
  }
}
