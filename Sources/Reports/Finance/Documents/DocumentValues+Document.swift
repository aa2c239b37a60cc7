import Billing
import Records

/// What the documents of a month have in common when they are put into words (帳票の材料).
struct DocumentWriterContext: Sendable {
  let report: FinanceReport
  let labels: Labels
  let phrases: DocumentPhrases
  /// What every document of the month says: the issuer, the month and the price basis.
  let common: [String: Cell]
  let bank: [[String: Cell]]

  init(_ report: FinanceReport, labels: Labels) {
    self.report = report
    self.labels = labels
    phrases = DocumentPhrases(labels)
    let company = report.company
    let month = report.billing.month
    common = [
      "issuer.name": .text(labels.name(of: company)),
      "issuer.registration_number": .text(company.registrationNumber),
      "issuer.postal_code": .text(company.postalCode), "issuer.address": .text(company.address),
      "issuer.phone": .text(company.phone), "issuer.email": .text(company.email),
      "document.is_tax_included": .flag(company.priceBasis == .included),
      "document.period": .text(
        phrases(
          .period, ["year": String(month.year), "month": String(month.month), "code": month.description])),
    ]
    bank = company.bankAccount.map { ["bank.line": .text($0)] }
  }

  /// Taxable charges stand among the lines, advances on their own statement: each charge stands once.
  func values(of document: Document) -> DocumentValues {
    var lines: [[String: Cell]] = []
    var advances: [[String: Cell]] = []
    for line in document.lines {
      if line.charge.tax.isTaxable {
        lines.append(self.line(line, position: lines.count + 1))
      } else {
        advances.append(advance(line))
      }
    }
    return DocumentValues(
      fields: common.merging(fields(of: document)) { _, own in own },
      bands: [
        "lines": lines, "advances": advances, "bank": bank,
        "taxes": document.taxes.map { total in
          [
            "tax.rate": .percent(total.rate), "tax.net": .yen(total.net), "tax.tax": .yen(total.tax),
            "tax.gross": .yen(total.gross),
          ]
        },
        "notes": document.notes.compactMap { note in
          guard case .corrects(let number) = note else { return nil }
          return [
            "note.text": .text(
              phrases(.corrects, ["number": number.description, "date": phrases.day(number.issuedOn)]))
          ]
        },
      ])
  }

  private func fields(of document: Document) -> [String: Cell] {
    let hasAdvances = document.lines.contains { !$0.charge.tax.isTaxable }
    return [
      "document.is_invoice": .flag(document.type == .invoice),
      "document.is_credit_note": .flag(document.type == .creditNote),
      "document.is_statement": .flag(document.type == .statement),
      "document.is_draft": .flag(document.number == nil),
      "document.is_payable": .flag(document.total > .zero),
      "document.is_refund": .flag(document.total < .zero),
      "document.is_small_return": .flag(document.notes.contains(.smallRefund)),
      "document.is_claiming": .flag(document.hasAdvances(.freightClaim)),
      "document.is_repaying": .flag(document.hasAdvances(.freightCredit)),
      "document.number": .text(document.number?.description ?? phrases(.draft)),
      "document.issued_on": .day(document.issuedOn), "document.due_on": .day(document.dueOn),
      "document.net": .yen(document.net), "document.tax": .yen(document.tax),
      "document.out_of_scope": hasAdvances ? .yen(document.outOfScope) : .blank,
      "document.total": .yen(document.total),
      "document.refund": document.total < .zero ? .yen(try? -document.total) : .blank,
      "customer.id": .text(document.customer.text),
      "customer.name": .text(TextCell(line: document.addressee.name).text),
      "customer.address": .text(document.addressee.address),
    ]
  }
}

extension Document {
  /// Whether freight of this kind is on the document as an advance.
  func hasAdvances(_ kind: ChargeKind) -> Bool {
    lines.contains { $0.charge.kind == kind && !$0.charge.tax.isTaxable }
  }
}
