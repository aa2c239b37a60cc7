import Billing
public import Records

extension DocumentFiles {
  /// The document as JP PINT XML, its lines in the words of the other files.
  public func pint(_ index: Int) throws(YenOverflow) -> [UInt8] {
    let document = context.report.billing.documents[index]
    let invoice = try PintInvoice(
      document, company: context.report.company, texts: document.lines.map { context.pintText(of: $0) },
      note: context.pintNote(of: document))
    return try invoice.bytes()
  }
}

extension DocumentWriterContext {
  fileprivate func pintText(of charged: DocumentLine) -> PintInvoice.LineText {
    let isAdvance = !charged.charge.tax.isTaxable
    let cells = isAdvance ? advance(charged) : line(charged, position: 1)
    func words(_ names: String...) -> String {
      names.compactMap { cells[$0]?.words(.hyphens) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let advanceTax =
      isAdvance && charged.advance != nil
      ? phrases(.advanceTax, ["rate": words("advance.rate"), "tax": words("advance.tax")]) : ""
    let description = [
      words(
        "line.note", "line.term", "advance.case", "advance.carrier", "advance.registration_number",
        "advance.tracking_number"),
      advanceTax,
    ]
    return PintInvoice.LineText(
      name: words("line.contents", "advance.contents"),
      description: description.filter { !$0.isEmpty }.joined(separator: " "),
      note: words("line.correction", "advance.correction"))
  }

  /// What the other files say below their lines: of advances, and of a refund that needs no return invoice.
  fileprivate func pintNote(of document: Document) -> String {
    let notes = [
      document.notes.contains(.smallRefund) ? phrases(.smallReturn) : "",
      document.hasAdvances(.freightClaim) ? phrases(.advancesStatement) : "",
      document.hasAdvances(.freightCredit) ? phrases(.refundsStatement) : "",
    ]
    return notes.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
