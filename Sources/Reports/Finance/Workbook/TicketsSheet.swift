import Billing
import Records
import ServiceTerms

extension BillingWorkbook {
  /// What the unused tickets are worth (未使用チケット残高), with the balance of the base date (資金決済法の基準日).
  ///
  /// > Terms: TS-9
  func ticketsSheet() -> Sheet {
    var sheet = sheet(.tickets, clauses: [.ts9], notes: [.ticketsNote])
    sheet.add(labels[FinanceHeading.baseDate]) { baseDateTable(at: $0) }
    sheet.add(labels[FinanceHeading.packs]) { _ in packsTable }
    return sheet.finished()
  }

  /// On 31 March and 30 September the balance of that day; in other months, the base date to come.
  private func baseDateTable(at origin: Address) -> Table {
    let tickets = billing.tickets
    let line = origin.row + 1
    var row: [Cell] = [.day(baseDate), .blank, .yen(tickets.threshold), .text("-")]
    if tickets.isBaseDate {
      let (above, below) = (labels[FinanceHeading.above], labels[FinanceHeading.below])
      row[1] = .yen(tickets.unused)
      row[3] = .formula(
        "IF(B\(line)>C\(line),\"\(above)\",\"\(below)\")", .text(tickets.isHigh ? above : below))
    }
    return Table(
      name: "BaseDate",
      columns: [
        column(tickets.isBaseDate ? .baseDate : .nextBaseDate), column(.baseDateBalance), column(.threshold),
        column(.result, conditions: [Condition.Rule(.equals(labels[FinanceHeading.above]), .bad)]),
      ], rows: Rows([row]), hasFilter: false)
  }

  /// The first 31 March or 30 September from the end of the month on.
  private var baseDate: Day {
    var month = billing.month
    while month.month != 3 && month.month != 9 { month = month.next }
    return month.lastDay
  }

  private var packsTable: Table {
    let (packs, labels, names) = (billing.tickets.packs, labels, names)
    return Table(
      name: "UnusedTickets",
      columns: [
        column("contract_id", total: totalLabel), column("customer_id"), column(.customer),
        column("starts_on"), column("ends_on"), column("granted", total: .sum), column("used", total: .sum),
        column("remaining", total: .sum), column(.price), column("unused_yen", total: .sum),
      ],
      rows: Rows(count: packs.count) { index, row in
        let balance = packs[index]
        row.add(balance.pack.contract.text)
        row.add(balance.pack.customer.text)
        row.add(names[balance.pack.customer] ?? "")
        row.add(.day(balance.pack.startsOn))
        row.add(.day(balance.pack.endsOn))
        row.add(.number(balance.pack.granted))
        row.add(.number(balance.pack.used))
        row.add(.number(balance.remaining))
        row.add(.yen(balance.pack.price))
        row.add(.yen(balance.unusedYen))
      }, emptyNote: labels[FinanceHeading.none])
  }
}
