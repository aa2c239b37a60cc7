import Billing
import Records

extension BillingWorkbook {
  /// Deferred revenue by term (前受収益一覧): opening + added - recognised = closing.
  func deferredSheet() -> TableSheet {
    var sheet = sheet(.deferred, notes: [.deferredNote])
    let table = sheet.add { deferredTable(at: $0) }
    return TableSheet(sheet: sheet.finished(), table: table)
  }

  /// What the closing balances will be earned in (収益予定): month by month for twelve months ahead.
  func scheduleSheet() -> Sheet {
    var sheet = sheet(.schedule, notes: [.scheduleNote])
    sheet.add { scheduleTable(at: $0) }
    return sheet.finished()
  }

  private func deferredTable(at origin: Address) -> Table {
    let (terms, labels, names) = (billing.deferred, labels, names)
    let hasFormulas = terms.count < Self.formulaRows
    return Table(
      name: "Deferred",
      columns: [
        column("key", total: totalLabel), column("customer_id"), column(.customer), column("kind"),
        column("starts_on"), column("ends_on"), column("net", total: .sum), column(.opening, total: .sum),
        column(.added, total: .sum), column("recognised", total: .sum), column(.closing, total: .sum),
      ],
      rows: Rows(count: terms.count) { index, row in
        let term = terms[index]
        row.add(term.key.text)
        row.add(term.customer.text)
        row.add(names[term.customer] ?? "")
        row.add(labels[.chargeKinds, term.kind.rawValue])
        row.add(.day(term.startsOn))
        row.add(.day(term.endsOn))
        row.add(.yen(term.net))
        row.add(.yen(try? term.opening))
        row.add(.yen(term.added))
        row.add(.yen(term.recognised))
        let line = origin.row + 1 + index
        let closing = Cell.yen(try? term.deferred)
        row.add(hasFormulas ? .formula("H\(line)+I\(line)-J\(line)", closing) : closing)
      }, emptyNote: labels[FinanceHeading.none])
  }

  private func scheduleTable(at origin: Address) -> Table {
    let terms = billing.deferred.filter { (try? $0.deferred) != .zero }
    let hasFormulas = terms.count < Self.formulaRows
    let months = (1...12).map { Table.Column((billing.month + $0).description, total: .sum) }
    return Table(
      name: "Schedule",
      columns: [
        column("key", total: totalLabel), column("customer_id"), column(.closing, total: .sum),
      ] + months + [column(.later, total: .sum)],
      rows: Rows(count: terms.count) { index, row in
        let term = terms[index]
        row.add(term.key.text)
        row.add(term.customer.text)
        row.add(.yen(try? term.deferred))
        for amount in term.schedule { row.add(.yen(amount)) }
        let line = origin.row + 1 + index
        let later = Cell.yen(try? term.deferred - term.schedule.sum())
        row.add(hasFormulas ? .formula("C\(line)-SUM(D\(line):O\(line))", later) : later)
      }, emptyNote: labels[FinanceHeading.none])
  }
}
