import Billing
import Records

extension DocumentFiles {
  /// `invoice_index.csv`: the files of all documents, to be searched by date, amount and customer as the electronic-books
  /// law asks (電子帳簿保存法の索引簿).
  ///
  /// It is for people: headings in their language, and with a BOM and CRLF, which Excel needs; a text that Excel would
  /// take for a number, a date or a formula stands as `="00123"`.
  ///
  /// - Parameters:
  ///   - extensions: of the files that were written for each document, such as `xlsx` and `txt`.
  ///   - digest: the SHA-256 of a file as it was written, by its name in the output folder.
  public func index(extensions: [String], digest: (_ name: String) -> String) -> [UInt8] {
    var row = CSVText()
    let columns = ["issued_on", "total", "customer_id", "billing_name", "type", "document", "due_on", "file"]
    row.add(columns.map { context.labels.column($0) } + ["SHA-256"])
    for (document, name) in zip(context.report.billing.documents, names) {
      for type in extensions {
        row.add([
          context.phrases.day(document.issuedOn), document.total.description,
          CSVText.guarded(document.customer.text), CSVText.guarded(document.addressee.name),
          context.labels[.documentTypes, document.type.rawValue],
          document.number?.description ?? context.phrases(.draft), context.phrases.day(document.dueOn),
          "\(name).\(type)", digest("\(name).\(type)"),
        ])
      }
    }
    return row.bytes
  }
}

/// A CSV file for people (CSV出力), UTF-8 with a BOM and CRLF.
struct CSVText {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  mutating func add(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      if field.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) {
        bytes.append(0x22)
        for byte in field.utf8 { bytes.append(contentsOf: byte == 0x22 ? [0x22, 0x22] : [byte]) }
        bytes.append(0x22)
      } else {
        bytes.append(contentsOf: field.utf8)
      }
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// `="00123"` for a text that Excel would change on opening: a formula, or nothing but figures and their signs.
  static func guarded(_ text: String) -> String {
    let isFormula = text.utf8.first.map { "=+-@\t".utf8.contains($0) } ?? false
    let isFigure =
      !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) || "-/.,:Ee% ".utf8.contains($0) }
    guard isFormula || isFigure else { return text }
    return "=\"\(text.doublingQuotes())\""
  }
}
