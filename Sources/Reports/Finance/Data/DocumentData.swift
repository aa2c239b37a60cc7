public import Billing
import Records

extension MonthBilling {
  /// `documents.csv`: one line per document (請求書一覧), in byte order of the number, in a draft of the customer id.
  public var documentsData: CSVTable {
    // From 10,000 documents on, the numbers are of two lengths, and byte order is not that of the numbers.
    let rows = documents.map { (number: $0.number?.description ?? "", document: $0) }
      .sorted {
        (Identifier($0.number), $0.document.customer) < (Identifier($1.number), $1.document.customer)
      }
    return CSVTable(
      name: "documents.csv",
      columns: [
        "document", "customer_id", "type", "issued_on", "due_on", "net", "tax", "out_of_scope", "total",
      ], count: rows.count
    ) { index, row in
      let document = rows[index].document
      row.add(rows[index].number)
      row.add(document.customer)
      row.add(document.type)
      row.add(document.issuedOn)
      row.add(document.dueOn)
      row.add(document.net)
      row.add(document.tax)
      row.add(document.outOfScope)
      row.add(document.total)
    }
  }
}
