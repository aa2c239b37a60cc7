import Billing
public import Records

extension DocumentFiles {
  /// The document as JP PINT XML, its lines in the words of the other files.
  public func pint(_ index: Int) throws(YenOverflow) -> [UInt8] {
    let document = context.report.billing.documents[index]
    let invoice = try PintInvoice(
      document, company: context.report.company, texts: document.lines.map { context.pintText(of: $0) })
    return try invoice.bytes()
  }
}

extension DocumentWriterContext {
  fileprivate func pintText(of charged: DocumentLine) -> PintInvoice.LineText {
    let cells = charged.charge.tax.rate == nil ? advance(charged) : line(charged, position: 1)
    func words(_ names: String...) -> String {
      names.compactMap { cells[$0]?.words(.hyphens) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return PintInvoice.LineText(
      name: words("line.contents", "advance.contents"),
      description: words(
        "line.note", "line.term", "advance.case", "advance.carrier", "advance.tracking_number"),
      note: words("line.correction", "advance.correction"))
  }
}
