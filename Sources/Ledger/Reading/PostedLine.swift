public import Billing
import GRDB
public import Records

/// One posting as it stands in the ledger (計上明細), for whoever asks why.
public struct PostedLine: Equatable, Sendable {
  public var key: Identifier
  public var document: DocumentNumber
  public var customer: Identifier
  public var kind: ChargeKind
  public var chargeClass: ChargeClass
  public var eventOn: Day
  /// What the charge should be by the inputs of that month, and what had been posted before.
  public var desired: Yen
  public var posted: Yen
  public var amount: Yen
  /// Percent; nil out of scope.
  public var taxRate: Int?
  public var source: ChargeSource
  public var term: ClosedRange<Day>?
  public var corrects: DocumentNumber?
}

/// A document as it was posted.
public struct PostedDocument: Equatable, Sendable {
  public var number: DocumentNumber
  public var customer: Identifier
  public var type: DocumentType
  public var addressee: Addressee
  public var dueOn: Day
  public var net: Yen
  public var tax: Yen
  public var outOfScope: Yen
  public var total: Yen
  /// In the order of the document.
  public var lines: [PostedLine]
}

extension Ledger {
  /// Every posting whose key begins with `prefix`, by key and month: a charge's own, or all of a contract or case.
  public func postings(keysBeginningWith prefix: String) throws -> [PostedLine] {
    try lines(
      "charge_key >= ? AND charge_key < ? ORDER BY charge_key, month", [prefix, prefix + "\u{10FFFF}"])
  }

  /// The document of that number; nil where there is none.
  public func document(_ number: DocumentNumber) throws -> PostedDocument? {
    let key: StatementArguments = [number.month.ledgerCode, number.sequence]
    let row = try reading { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM documents WHERE month = ? AND sequence = ?", arguments: key)
    }
    guard let row else { return nil }
    var document = try translating { try PostedDocument(row, number) }
    document.lines = try lines(
      """
      (charge_key, month) IN (SELECT charge_key, month FROM document_lines WHERE month = ? AND sequence = ?)
      ORDER BY (SELECT position FROM document_lines l
        WHERE l.month = postings.month AND l.sequence = postings.sequence AND l.charge_key = postings.charge_key)
      """, key)
    return document
  }

  private func lines(_ condition: String, _ arguments: StatementArguments) throws -> [PostedLine] {
    try reading { database in
      try Row.fetchAll(database, sql: "SELECT * FROM postings WHERE \(condition)", arguments: arguments)
        .map(PostedLine.init)
    }
  }
}

extension PostedDocument {
  /// Without its lines.
  fileprivate init(_ row: Row, _ number: DocumentNumber) throws {
    guard let type = DocumentType(rawValue: try row.value("type")),
      let dueOn = Day(ledgerText: try row.value("due_on"))
    else { throw LedgerFault.damaged(table: "documents", key: number.description) }
    self.init(
      number: number, customer: Identifier(try row.value("customer_id")), type: type,
      addressee: Addressee(name: try row.value("name"), address: try row.value("address")), dueOn: dueOn,
      net: Yen(try row.value("net")), tax: Yen(try row.value("tax")),
      outOfScope: Yen(try row.value("out_of_scope")), total: Yen(try row.value("total")), lines: [])
  }
}

extension PostedLine {
  fileprivate init(_ row: Row) throws {
    let text: String = try row.value("charge_key")
    guard let month = BillingMonth(ledgerCode: try row.value("month")),
      let kind = ChargeKind(rawValue: try row.value("kind")),
      let chargeClass = ChargeClass(rawValue: try row.value("class")),
      let eventOn = Day(ledgerText: try row.value("event_on"))
    else { throw LedgerFault.damaged(table: "postings", key: text) }
    let starts = (try row.value("term_starts_on") as String?).flatMap { Day(ledgerText: $0) }
    let ends = (try row.value("term_ends_on") as String?).flatMap { Day(ledgerText: $0) }
    self.init(
      key: Identifier(text), document: DocumentNumber(month: month, sequence: try row.value("sequence")),
      customer: Identifier(try row.value("customer_id")), kind: kind, chargeClass: chargeClass,
      eventOn: eventOn,
      desired: Yen(try row.value("desired")), posted: Yen(try row.value("posted")),
      amount: Yen(try row.value("amount")),
      taxRate: try row.value("tax_rate"),
      source: ChargeSource(
        contract: (try row.value("contract_id") as String?).map { Identifier($0) },
        predecessor: (try row.value("predecessor_id") as String?).map { Identifier($0) },
        isAutomatic: try row.value("is_automatic") == 1,
        supportCase: (try row.value("case_id") as String?).map { Identifier($0) },
        inquiry: (try row.value("inquiry_id") as String?).map { Identifier($0) }),
      term: starts.flatMap { start in ends.flatMap { start <= $0 ? start...$0 : nil } },
      corrects: (try row.value("corrects") as String?).flatMap { DocumentNumber($0) })
  }
}
