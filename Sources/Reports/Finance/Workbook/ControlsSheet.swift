import Billing
import Records

/// The tables that the control totals add up again.
struct ControlSources {
  var documents: PlacedTable
  var journal: PlacedTable
  var deferred: PlacedTable
  var reconciliation: PlacedTable?
}

extension BillingWorkbook {
  /// Every control total with both its sides (照合表); sides that stand in this workbook are formulas over its sheets.
  func controlsSheet(_ sources: ControlSources) -> Sheet {
    var sheet = sheet(.controls, notes: [.controlsNote])
    sheet.add { controlsTable(sources, at: $0) }
    return sheet.finished()
  }

  private func controlsTable(_ sources: ControlSources, at origin: Address) -> Table {
    let (controls, labels) = (billing.controls, labels)
    let formulas = controls.map { self.formulas(of: $0.check, sources) }
    return Table(
      name: "ControlTotals",
      columns: [
        column(.check), column(.left), column(.leftAmount), column(.right), column(.rightAmount),
        column(.difference, conditions: differs),
        column(
          .result, conditions: [Condition.Rule(.equals("OK"), .good), Condition.Rule(.equals("NG"), .bad)]),
      ],
      rows: Rows(count: controls.count) { index, row in
        let (control, line) = (controls[index], origin.row + 1 + index)
        let code = control.check.rawValue
        row.add(labels[.controlTotals, code])
        row.add(labels[.controlTotals, "\(code)_left"])
        row.add(formulas[index].left.map { .formula($0, .number(control.left)) } ?? .number(control.left))
        row.add(labels[.controlTotals, "\(code)_right"])
        row.add(formulas[index].right.map { .formula($0, .number(control.right)) } ?? .number(control.right))
        let difference = control.left.subtractingReportingOverflow(control.right).partialValue
        row.add(.formula("C\(line)-E\(line)", .number(difference)))
        row.add(.formula("IF(F\(line)=0,\"OK\",\"NG\")", .text(control.holds ? "OK" : "NG")))
      }, hasFilter: false)
  }

  private func formulas(
    of check: ControlTotal.Check, _ sources: ControlSources
  ) -> (left: String?, right: String?) {
    let debit = cells(8, sources.journal, .journal)
    let credit = cells(9, sources.journal, .journal)
    switch check {
    case .documentsAgainstReceivables:
      return (sum(of: cells(9, sources.documents, .documents)), receivables(debit, credit, sources))
    case .journalBalance:
      return (sum(of: debit), sum(of: credit))
    case .deferredBalance:
      return (nil, sum(of: cells(10, sources.deferred, .deferred)))
    case .courierStatement:
      return (nil, sum(of: sources.reconciliation.flatMap { cells(5, $0, .freight) }))
    case .packBalances, .contractsByState, .slaBridge:
      return (nil, nil)
    }
  }

  /// Receivables debited less credited, as the journal has them.
  private func receivables(_ debit: String?, _ credit: String?, _ sources: ControlSources) -> String? {
    guard let debit, let credit, let accounts = cells(4, sources.journal, .journal) else { return nil }
    let name = report.accounts[.receivable].name
    let word = "\"\(name.doublingQuotes())\""
    return "SUMIFS(\(debit),\(accounts),\(word))-SUMIFS(\(credit),\(accounts),\(word))"
  }

  /// A column of a table; nil for a table that is so long that it may go on in a next sheet.
  private func cells(_ index: Int, _ table: PlacedTable, _ sheet: FinanceSheet) -> String? {
    guard table.table.rows.count < Self.formulaRows else { return nil }
    return table.column(index).absolute(in: labels[sheet])
  }

  private func sum(of cells: String?) -> String? { cells.map { "SUM(\($0))" } }
}
