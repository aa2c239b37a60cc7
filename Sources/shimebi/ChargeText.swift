import Billing
import Ledger
import Records
import Reports

/// Charges and documents as a person reads them (請求・書類の説明): every posting with its reason.
struct ChargeText {
  let labels: Labels

  /// A charge from its first posting to what this month adds; empty where nothing goes by this key.
  func charge(_ key: Identifier, posted: [PostedLine], line: ChargeLine?) -> String {
    var facts: [String] = []
    if let first = posted.last {
      facts = self.facts(first.kind, first.customer, first.source, first.eventOn)
    } else if let line {
      facts = self.facts(line.kind, line.customer, line.source, line.eventOn)
    }
    guard !facts.isEmpty else { return "" }
    let postings = posted.map {
      "  \($0.document)  " + sum($0.desired, $0.posted, $0.amount, $0.chargeClass, $0.corrects)
    }
    let now = line.map {
      "  \(labels.language == .ja ? "当月" : "now")  "
        + sum($0.desired, $0.posted, $0.amount, $0.chargeClass, $0.corrects)
    }
    return ([item("key", key.text)] + facts + postings + (now.map { [$0] } ?? [])).joined(separator: "\n")
      + "\n"
  }

  /// A posted document with its figures and every line on it.
  func document(_ document: PostedDocument) -> String {
    var lines = [
      "\(labels[.documentTypes, document.type.rawValue]) \(document.number)",
      item("customer_id", "\(document.customer) \(document.addressee.name)"),
      item("issued_on", document.number.issuedOn.description), item("due_on", document.dueOn.description),
      item("net", yen(document.net)), item("tax", yen(document.tax)),
      item("out_of_scope", yen(document.outOfScope)), item("total", yen(document.total)),
    ]
    for line in document.lines {
      lines.append("  \(line.key)  \(labels[.chargeKinds, line.kind.rawValue])  \(line.eventOn)")
      lines.append("    " + sum(line.desired, line.posted, line.amount, line.chargeClass, line.corrects))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func facts(
    _ kind: ChargeKind, _ customer: Identifier, _ source: ChargeSource, _ eventOn: Day
  ) -> [String] {
    let clause = kind.clause.map { " (\($0.id))" } ?? ""
    var facts = [
      item("kind", labels[.chargeKinds, kind.rawValue] + clause), item("customer_id", customer.text),
    ]
    if let contract = source.contract { facts.append(item("contract_id", contract.text)) }
    if let supportCase = source.supportCase { facts.append(item("case_id", supportCase.text)) }
    if let inquiry = source.inquiry { facts.append(item("usage_id", inquiry.text)) }
    return facts + [item("event_on", eventOn.description)]
  }

  /// What it should be, less what was posted, is what the document has; and why.
  private func sum(
    _ desired: Yen, _ posted: Yen, _ amount: Yen, _ reason: ChargeClass, _ corrects: DocumentNumber?
  ) -> String {
    let corrected = corrects.map { " → \($0)" } ?? ""
    return
      "\(labels.column("desired")) \(yen(desired)) - \(labels.column("posted")) \(yen(posted)) = \(yen(amount))"
      + "  (\(labels[.chargeClasses, reason.rawValue])\(corrected))"
  }

  private func item(_ column: String, _ value: String) -> String { "  \(labels.column(column)): \(value)" }

  /// With separators: `-1,430`.
  private func yen(_ yen: Yen) -> String {
    let digits = String(yen.amount.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return yen < .zero ? "-" + text : text
  }
}

extension ChargeKind {
  /// The clause that a charge of this kind rests on; a renewal rests on its contract.
  fileprivate var clause: Clause? {
    switch self {
    case .ticketPack, .ticketOverage: .ts9
    case .renewal: nil
    case .freightClaim, .freightCredit: .sb6
    case .unreturnedPart: .ar2
    }
  }
}
