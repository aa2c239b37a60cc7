import Billing
import Records
import ServiceTerms

extension BillingWorkbook {
  /// The statement of advances of all customers (立替金精算一覧): freight paid on the other's behalf, tax included.
  ///
  /// > Terms: SB-6
  func advancesSheet() -> Sheet {
    var sheet = sheet(.advances, clauses: [.sb6], notes: [.advancesNote])
    sheet.add { _ in advancesTable(lines { !$0.tax.isTaxable }) }
    return sheet.finished()
  }

  private func advancesTable(_ places: [LinePlace]) -> Table {
    let (documents, labels) = (documents, labels)
    return Table(
      name: "Advances",
      columns: [
        column("document", total: totalLabel), column("customer_id"), column(.customer), column("kind"),
        column("case_id"), column("leg"), column("shipped_on"), column("carrier"), column(.registration),
        column("tracking_no"), column("tax_rate"), column(.taxIncluded, total: .sum),
        column("amount", total: .sum), column("class"), column(.corrects),
      ],
      rows: Rows(count: places.count) { index, row in
        let document = documents[Int(places[index].document)]
        let line = document.lines[Int(places[index].line)]
        row.add(number(document))
        row.add(document.customer.text)
        row.add(document.addressee.name)
        row.add(labels[.chargeKinds, line.charge.kind.rawValue])
        row.add(line.charge.source.supportCase?.text ?? "")
        row.add(line.advance.map { labels[$0.leg] } ?? "")
        row.add(.day(line.charge.eventOn))
        row.add(line.advance?.carrier ?? "")
        let registration = line.advance?.registrationNumber
        row.add(.text(registration ?? labels[FinanceHeading.none]), registration == nil ? .warning : nil)
        row.add(line.advance?.trackingNumber ?? "")
        row.add(line.advance.map { .percent($0.rate) } ?? .blank)
        row.add(.yen(line.advance?.tax))
        row.add(.yen(line.charge.amount))
        row.add(labels[.chargeClasses, line.charge.chargeClass.rawValue])
        row.add(line.charge.corrects?.description ?? "")
      }, emptyNote: labels[FinanceHeading.none])
  }
}
