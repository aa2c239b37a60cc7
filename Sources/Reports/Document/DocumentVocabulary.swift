/// The words that a document's template may ask for (差し込み項目).
public struct DocumentVocabulary: Sendable {
  public var fields: Set<String>
  /// By band, what each of its lines has.
  public var bands: [String: Set<String>]

  public init(fields: Set<String>, bands: [String: Set<String>]) {
    self.fields = fields
    self.bands = bands
  }

  /// What every invoice, credit note and statement of advances is made of.
  ///
  /// A flag is set or empty: the kinds (`document.is_invoice`, `document.is_credit_note`, `document.is_statement`),
  /// `document.is_draft`, `document.is_payable` (the total is above 0), `document.is_refund` (below 0),
  /// `document.is_tax_included` (the price basis of the lines), `document.is_small_return` (a refund under 10,000 yen),
  /// `document.is_claiming` (freight that we paid for the customer), `document.is_repaying` (that the customer paid for us).
  /// `document.refund` is what we pay back, above 0. `line.from` and
  /// `line.through` are the term of a line that has one.
  /// `document.number` is the word 下書き or DRAFT in a draft. `line.amount` is on the price basis, `tax.net` without
  /// tax, `tax.gross` with it; advances are as the carrier billed them.
  public static let invoice = DocumentVocabulary(
    fields: [
      "document.is_invoice", "document.is_credit_note", "document.is_statement", "document.is_draft",
      "document.is_payable", "document.is_refund", "document.is_tax_included", "document.is_small_return",
      "document.is_claiming", "document.is_repaying",
      "document.number", "document.issued_on", "document.due_on", "document.period", "document.net",
      "document.tax", "document.out_of_scope", "document.total", "document.refund",
      "customer.id", "customer.name", "customer.address",
      "issuer.name", "issuer.registration_number", "issuer.postal_code", "issuer.address", "issuer.phone",
      "issuer.email",
    ],
    bands: [
      "lines": [
        "line.number", "line.date", "line.term", "line.from", "line.through", "line.contents", "line.note",
        "line.amount",
        "line.tax_rate", "line.correction",
      ],
      "advances": [
        "advance.date", "advance.contents", "advance.case", "advance.carrier", "advance.registration_number",
        "advance.tracking_number", "advance.rate", "advance.tax", "advance.amount", "advance.correction",
      ],
      "taxes": ["tax.rate", "tax.net", "tax.tax", "tax.gross"],
      "bank": ["bank.line"],
      "notes": ["note.text"],
    ])
}

/// What one document says, by the words of its vocabulary (差し込む値); a word without a value is empty.
public struct DocumentValues: Sendable {
  public var fields: [String: Cell]
  public var bands: [String: [[String: Cell]]]

  public init(fields: [String: Cell] = [:], bands: [String: [[String: Cell]]] = [:]) {
    self.fields = fields
    self.bands = bands
  }
}

/// The words that hold in one place of a document: a line's own, then those of the document.
struct DocumentWords {
  var line: [String: Cell] = [:]
  var document: [String: Cell]

  subscript(word: String) -> Cell? { line[word] ?? document[word] }
}
