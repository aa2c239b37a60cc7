/// A table of the ledger as its chain sees it: which columns a row's image has, and in which order rows come.
struct LedgerTable: Sendable {
  let name: String
  /// In the order of the row's image; the seal follows them in the table.
  let columns: [String]
  /// How many of the first columns are the primary key.
  let keyCount: Int

  var key: ArraySlice<String> { columns.prefix(keyCount) }
  var monthColumn: Int { columns.firstIndex(of: "month") ?? 0 }

  var insertSQL: String {
    let places = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    return "INSERT INTO \(name) (\(columns.joined(separator: ", ")), seal) VALUES (\(places))"
  }

  /// Every row with its seal in the order of the key.
  var scanSQL: String {
    "SELECT \(columns.joined(separator: ", ")), seal FROM \(name) ORDER BY \(key.joined(separator: ", "))"
  }
}

extension LedgerTable {
  static let inputs = LedgerTable(name: "inputs", columns: ["month", "name", "sha256"], keyCount: 2)
  static let documents = LedgerTable(
    name: "documents",
    columns: [
      "month", "sequence", "customer_id", "type", "issued_on", "due_on", "name", "address", "net", "tax",
      "out_of_scope", "total",
    ], keyCount: 2)
  static let documentTaxes = LedgerTable(
    name: "document_taxes", columns: ["month", "sequence", "rate", "net", "tax"], keyCount: 3)
  static let postings = LedgerTable(
    name: "postings",
    columns: [
      "charge_key", "month", "sequence", "customer_id", "kind", "class", "event_on", "desired", "posted",
      "amount", "net", "tax_rate", "tax_included", "contract_id", "predecessor_id", "is_automatic", "case_id",
      "inquiry_id", "term_starts_on", "term_ends_on", "corrects",
    ], keyCount: 2)
  static let documentLines = LedgerTable(
    name: "document_lines", columns: ["month", "sequence", "position", "charge_key"], keyCount: 3)
  static let packs = LedgerTable(
    name: "packs",
    columns: [
      "contract_id", "starts_on", "month", "customer_id", "ends_on", "last_day", "granted", "price",
      "auto_top_up", "origin", "is_withdrawn",
    ], keyCount: 3)
  static let inquiries = LedgerTable(
    name: "inquiries",
    columns: [
      "usage_id", "month", "customer_id", "received_at", "category", "maintainer", "tickets", "state",
    ], keyCount: 2)
  static let draws = LedgerTable(
    name: "draws", columns: ["usage_id", "month", "position", "contract_id", "starts_on", "tickets"],
    keyCount: 3)
  static let verdicts = LedgerTable(
    name: "verdicts", columns: ["case_id", "month", "verdict", "reason"], keyCount: 1)
  static let figures = LedgerTable(
    name: "figures", columns: ["month", "figure", "service", "value"], keyCount: 3)

  /// The tables of a close in the order of its chain; `closes` seals them.
  static let all = [
    inputs, documents, documentTaxes, postings, documentLines, packs, inquiries, draws, verdicts, figures,
  ]
}
