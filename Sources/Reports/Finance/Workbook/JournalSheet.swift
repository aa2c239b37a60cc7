import Billing
import Records

extension BillingWorkbook {
  /// The month's bookings (仕訳帳), a row per posting; the entries balance one by one.
  func journalSheet() -> TableSheet {
    var sheet = sheet(.journal, notes: [.journalNote])
    let table = sheet.add { _ in journalTable }
    return TableSheet(sheet: sheet.finished(), table: table)
  }

  private struct BookedRow: Sendable {
    var entry: Int
    var posting: JournalEntry.Posting
    var isDebit: Bool
  }

  private var journalTable: Table {
    let (journal, accounts, labels) = (billing.journal, report.accounts, labels)
    let rows = journal.enumerated().flatMap { position, entry in
      entry.debits.map { BookedRow(entry: position, posting: $0, isDebit: true) }
        + entry.credits.map { BookedRow(entry: position, posting: $0, isDebit: false) }
    }
    let draft = phrases(.draft)
    return Table(
      name: "Journal",
      columns: [
        column(.entry, total: totalLabel), column(.date), column("document"), column(.summary),
        column(.account), column(.subAccount), column(.meaning), column("tax_rate"),
        column(.debit, total: .sum), column(.credit, total: .sum),
      ],
      rows: Rows(count: rows.count) { index, row in
        let (booked, entry) = (rows[index], journal[rows[index].entry])
        let account = accounts[booked.posting.account]
        row.add(.number(booked.entry + 1))
        row.add(.day(entry.date))
        switch entry.cause {
        case .document(let number, let customer, let name, _):
          row.add(number?.description ?? draft)
          row.add("\(name) (\(customer))")
        case .recognition(let kind):
          row.add("")
          row.add("\(labels[FinanceHeading.recognition]) (\(labels[.chargeKinds, kind.rawValue]))")
        }
        row.add(account.name)
        row.add(account.subAccount)
        row.add(labels[.accounts, booked.posting.account.rawValue])
        row.add(booked.posting.rate.map { .percent($0) } ?? .blank)
        row.add(booked.isDebit ? .yen(booked.posting.amount) : .blank)
        row.add(booked.isDebit ? .blank : .yen(booked.posting.amount))
      }, emptyNote: labels[FinanceHeading.none])
  }
}
