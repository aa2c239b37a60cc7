import Records
import ServiceTerms

extension ManagementWorkbook {
  /// Every case with its verdict (SLA明細), and in a month of ordinary size a formula that gives the deadline again.
  func caseDetailSheet() throws(CalendarFault) -> Sheet {
    var sheet = ReportSheet(
      .caseDetail, self,
      notes: [labels[Heading.rulesLegend] + rulesLegend]
        + (checksDeadlines ? [labels[Heading.checkNote]] : []))
    let check = checksDeadlines ? try deadlineCheck() : nil
    let placed = sheet.add { caseTable(check, firstRow: $0.row + 1) }
    sheet.change {
      $0.frozenAt = placed.origin.moved(rows: 1, columns: 1)
      // The widest table of the workbook: every bit of the paper counts.
      $0.page.margins = Page.Margins(left: 0.25, right: 0.25)
    }
    return sheet.finished()
  }

  /// A date and a time, without the room that a fitted column leaves.
  private static let momentWidth = 18.0

  /// `AR-1 翌営業日発送 / ON-4 当日訪問 / …`
  private var rulesLegend: String {
    [Clause.ar1, .on4, .on3, .on6, .od2, .od3, .mw1, .ex1].map { "\($0.id) \(labels.rule($0))" }
      .joined(separator: " / ")
  }

  private func caseTable(_ check: DeadlineCheck?, firstRow: Int) -> Table {
    let (outcomes, cases, contracts, frame) = (result.outcomes, cases, contracts, report.frame)
    let codes = CaseCodes(labels)
    return Table(
      name: "Cases", columns: caseColumns(check != nil, firstRow: firstRow),
      rows: Rows(count: outcomes.count) { index, row in
        let outcome = outcomes[index]
        let caseIndex = Int(outcome.caseIndex)
        row.add(cases[caseIndex].id.text)
        row.add(codes.verdicts[outcome.verdict])
        row.add(outcome.isLate ? codes.late : .blank)
        if let contractIndex = outcome.contractIndex.map({ Int($0) }) {
          row.add(contracts[contractIndex].customerName)
          row.add(codes.services[contracts[contractIndex].service])
          row.add(contracts[contractIndex].region.map { codes.regions[$0] } ?? .blank)
        } else {
          for _ in 1...3 { row.add(.blank) }
        }
        row.add(.instant(cases[caseIndex].receivedAt))
        row.add(.instant(outcome.effectiveReceivedAt))
        row.add(.instant(frame.happened(cases[caseIndex].isolatedAt)))
        row.add(outcome.rule.map { .text($0.id) } ?? .blank)
        row.add(.deadline(outcome.ruleDeadline))
        if let check { row.add(check.cell(outcome, row: firstRow + index)) }
        row.add(.instant(cases[caseIndex].agreedVisitAt))
        row.add(.deadline(outcome.deadline))
        row.add(outcome.basis.map { codes.bases[$0] } ?? .blank)
        row.add(.instant(outcome.eventAt))
        row.add(.number(outcome.marginMinutes))
        row.add(codes.reason(of: outcome))
        row.add(outcome.month.map { .text($0.description) } ?? .blank)
        row.add(.number(outcome.isolationMinutes.map { Int($0) }))
        row.add(cases[caseIndex].contract.text)
        row.add(outcome.contractIndex.map { .text(contracts[Int($0)].customer.text) } ?? .blank)
      }, emptyNote: labels[Heading.none])
  }

  private func caseColumns(_ isChecked: Bool, firstRow: Int) -> [Table.Column] {
    func column(_ name: String) -> Table.Column { Table.Column(labels.column(name)) }
    func moment(_ name: String) -> Table.Column {
      Table.Column(labels.column(name), width: Self.momentWidth)
    }
    let missed = labels[Verdict.missed]
    var columns = [
      Table.Column(labels.column("case_id"), total: .label(labels[Heading.total])),
      Table.Column(
        labels.column("verdict"), total: .count,
        conditions: [
          Condition.Rule(.equals(missed), .bad), Condition.Rule(.equals(labels[Verdict.met]), .good),
          Condition.Rule(.equals(labels[Verdict.notJudged]), .warning),
        ]),
      Table.Column(
        labels[Heading.late], conditions: [Condition.Rule(.contains(labels[Heading.late]), .warning)]),
      Table.Column(labels.column("customer_name"), width: 30), column("service"), column("region"),
      moment("received_at"), moment("effective_received_at"), moment("isolated_at"), column("rule"),
      moment("rule_deadline"),
    ]
    if isChecked { columns.append(checkColumn(firstRow: firstRow)) }
    columns += [
      moment("agreed_visit_at"), moment("deadline"), column("basis"), moment("event_at"),
      Table.Column(
        labels.column("margin_minutes"), width: 14, conditions: [Condition.Rule(.dataBar(.paleTeal))]),
      column("reason"), column("month"), column("isolation_minutes"), column("contract_id"),
      column("customer_id"),
    ]
    return columns
  }

  /// Marked where the formula disagrees with the rule's deadline by more than a second.
  private func checkColumn(firstRow: Int) -> Table.Column {
    let deadline = Address(row: firstRow, column: 11)
    let check = Address(row: firstRow, column: 12)
    return Table.Column(
      labels[Heading.deadlineCheck], width: Self.momentWidth,
      conditions: [
        Condition.Rule(.formula("AND(ISNUMBER(\(check)),ABS(\(check)-\(deadline))>1/86400)"), .bad)
      ])
  }
}

/// The labels of the codes of a case, looked up once for all rows.
struct CaseCodes {
  let verdicts: CodeTable<Verdict, Cell>
  let services: CodeTable<ServiceCode, Cell>
  let regions: CodeTable<Region, Cell>
  let bases: CodeTable<DeadlineBasis, Cell>
  let exclusions: CodeTable<Exclusion, Cell>
  let noAgreedVisit: Cell
  let late: Cell

  init(_ labels: Labels) {
    verdicts = labels.cells()
    services = labels.shortServices
    regions = labels.cells()
    bases = labels.cells()
    exclusions = labels.cells()
    noAgreedVisit = .text(labels[.reasons, FindingCode.noAgreedVisit.rawValue])
    late = .text(labels[Heading.late])
  }

  func reason(of outcome: CaseOutcome) -> Cell {
    if let exclusion = outcome.exclusion { return exclusions[exclusion] }
    return outcome.reason == nil ? .blank : noAgreedVisit
  }
}

extension Labels {
  /// Services by their short names.
  var shortServices: CodeTable<ServiceCode, Cell> { CodeTable { .text(short($0)) } }

  func short(_ service: ServiceCode) -> String { self[.shortServices, service.rawValue] }

  /// A text cell for every code of a kind.
  func cells<Code: Labelled & CaseIterable>() -> CodeTable<Code, Cell> { CodeTable { .text(self[$0]) } }
}
