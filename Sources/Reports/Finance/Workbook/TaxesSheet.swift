import Billing
import Records

extension BillingWorkbook {
  /// Tax per rate (税率別集計): of the month, and of each document with its one rounding computed again.
  func taxesSheet() -> Sheet {
    var sheet = sheet(.taxes, notes: [.taxNote])
    sheet.add(labels[FinanceHeading.byRate]) { _ in rateTable }
    sheet.add(labels[FinanceHeading.byDocument]) { documentRateTable(at: $0) }
    return sheet.finished()
  }

  private var rateTable: Table {
    let rates = Set(documents.flatMap { $0.taxes.map(\.rate) }).sorted(by: >)
    let rows: [[Cell]] = rates.map { rate in
      let totals = documents.compactMap { document in document.taxes.first { $0.rate == rate } }
      return [
        .percent(rate), .number(totals.count), sum(totals.map(\.net)), sum(totals.map(\.tax)),
        sum(totals.map(\.gross)),
      ]
    }
    let advances = documents.filter { document in document.lines.contains { !$0.charge.tax.isTaxable } }
    let outOfScope = sum(advances.map(\.outOfScope))
    return Table(
      name: "TaxByRate",
      columns: [
        column("tax_rate", total: totalLabel), column(.documents), column("net", total: .sum),
        column("tax", total: .sum), column(.gross, total: .sum),
      ],
      rows: Rows(
        rows + [
          [
            .text(labels.column("out_of_scope")), .number(advances.count), outOfScope, .yen(.zero),
            outOfScope,
          ]
        ]), hasFilter: false)
  }

  private func documentRateTable(at origin: Address) -> Table {
    let (documents, company) = (documents, report.company)
    let places = documents.indices.flatMap { document in
      documents[document].taxes.indices.map { (document: document, rate: $0) }
    }
    let hasFormulas = places.count < Self.formulaRows
    return Table(
      name: "TaxByDocument",
      columns: [
        column("document", total: totalLabel), column("customer_id"), column(.customer), column("tax_rate"),
        column("net", total: .sum), column("tax", total: .sum), column(.gross, total: .sum),
        column(.recomputed, total: .sum), column(.difference, total: .sum, conditions: differs),
      ],
      rows: Rows(count: places.count) { index, row in
        let document = documents[places[index].document]
        let total = document.taxes[places[index].rate]
        row.add(number(document))
        row.add(document.customer.text)
        row.add(document.addressee.name)
        row.add(.percent(total.rate))
        row.add(.yen(total.net))
        row.add(.yen(total.tax))
        row.add(.yen(total.gross))
        guard hasFormulas else { return }
        let line = origin.row + 1 + index
        row.add(.formula(company.taxFormula(row: line), .yen(total.tax)))
        row.add(.formula("F\(line)-H\(line)", .yen(.zero)))
      }, emptyNote: labels[FinanceHeading.none])
  }

  /// The sum, or an empty cell where it leaves 64 bits: then the control totals have failed before.
  func sum(_ amounts: some Sequence<Yen>) -> Cell { .yen(try? amounts.sum()) }
}

extension Company {
  /// The tax of a row with the rate in column D, the net in E and the gross in G, rounded as the company rounds; the
  /// functions of the spreadsheet round the absolute value too.
  fileprivate func taxFormula(row: Int) -> String {
    let function =
      switch taxRounding {
      case .floor: "ROUNDDOWN"
      case .halfUp: "ROUND"
      case .ceil: "ROUNDUP"
      }
    return switch priceBasis {
    case .excluded: "\(function)(E\(row)*D\(row),0)"
    case .included: "\(function)(G\(row)*D\(row)/(1+D\(row)),0)"
    }
  }
}
