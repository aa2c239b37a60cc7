import Billing
import Records

extension BillingWorkbook {
  /// The month's documents (請求書一覧), by customer id, with the files that hold them.
  func documentsSheet() -> TableSheet {
    var sheet = sheet(.documents, clauses: Self.chargingClauses)
    let table = sheet.add { _ in documentsTable }
    return TableSheet(sheet: sheet.finished(), table: table)
  }

  private var documentsTable: Table {
    let (documents, fileNames, labels) = (documents, fileNames, labels)
    return Table(
      name: "Documents",
      columns: [
        column("document", total: totalLabel), column("customer_id"), column(.customer), column("type"),
        column("issued_on"), column("due_on"), column("net", total: .sum), column("tax", total: .sum),
        column("out_of_scope", total: .sum), column("total", total: .sum), column(.fileName),
      ],
      rows: Rows(count: documents.count) { index, row in
        let document = documents[index]
        row.add(number(document))
        row.add(document.customer.text)
        row.add(document.addressee.name)
        row.add(labels[.documentTypes, document.type.rawValue])
        row.add(.day(document.issuedOn))
        row.add(.day(document.dueOn))
        row.add(.yen(document.net))
        row.add(.yen(document.tax))
        row.add(.yen(document.outOfScope))
        row.add(.yen(document.total))
        row.add("\(fileNames[index]).xlsx")
      }, emptyNote: labels[FinanceHeading.none])
  }

  /// What the terms charge: tickets, freight paid for the other side, parts that are not returned.
  static let chargingClauses: [Clause] = [.ts9, .sb6, .ar2]

  /// The lines of all documents (請求明細), as the documents have them.
  func linesSheet() -> Sheet {
    var sheet = sheet(.lines, clauses: Self.chargingClauses)
    sheet.add { _ in linesTable(lines(where: { _ in true }), name: "Lines") }
    return sheet.finished()
  }

  /// A line by its document and its place in it, both from 0.
  struct LinePlace: Sendable {
    var document: Int32
    var line: Int32
  }

  func lines(where isWanted: (ChargeLine) -> Bool) -> [LinePlace] {
    documents.indices.flatMap { document in
      documents[document].lines.indices.filter { isWanted(documents[document].lines[$0].charge) }
        .map { LinePlace(document: Int32(document), line: Int32($0)) }
    }
  }

  func linesTable(_ places: [LinePlace], name: String) -> Table {
    let (documents, labels) = (documents, labels)
    return Table(
      name: name,
      columns: [
        column("document", total: totalLabel), column(.position), column("customer_id"), column(.customer),
        column("kind"), column("class"), column(.clause), column("event_on"), column(.termFrom),
        column(.termThrough), column("tax_rate"), column("desired"), column("posted"),
        column("amount", total: .sum), column("net", total: .sum), column(.corrects), column("key"),
      ],
      rows: Rows(count: places.count) { index, row in
        let place = places[index]
        let document = documents[Int(place.document)]
        let line = document.lines[Int(place.line)].charge
        row.add(number(document))
        row.add(.number(Int(place.line) + 1))
        row.add(document.customer.text)
        row.add(document.addressee.name)
        row.add(labels[.chargeKinds, line.kind.rawValue])
        row.add(labels[.chargeClasses, line.chargeClass.rawValue])
        row.add(line.kind.clause?.id ?? "")
        row.add(.day(line.eventOn))
        row.add(.day(line.term?.lowerBound))
        row.add(.day(line.term?.upperBound))
        row.add(line.tax.rate.map { .percent($0) } ?? .text(labels.column("out_of_scope")))
        row.add(.yen(line.desired))
        row.add(.yen(line.posted))
        row.add(.yen(line.amount))
        row.add(.yen(line.net))
        row.add(line.corrects?.description ?? "")
        row.add(line.key.text)
      }, emptyNote: labels[FinanceHeading.none])
  }
}

extension ChargeKind {
  /// The clause on which a charge of the kind rests; maintenance is charged by its contract alone.
  var clause: Clause? {
    switch self {
    case .ticketPack, .ticketOverage: .ts9
    case .renewal: nil
    case .freightClaim, .freightCredit: .sb6
    case .unreturnedPart: .ar2
    }
  }
}
