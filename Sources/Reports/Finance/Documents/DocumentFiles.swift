import Billing
import Records

/// The documents of a month as files (請求書・立替金精算書・適格返還請求書): each described on its own, so that several
/// threads may share one value.
public struct DocumentFiles: Sendable {
  /// `invoices/202610-0001_C001` for each document in the order of `MonthBilling.documents`; `.xlsx`, `.txt` or `.xml`
  /// follows.
  public let names: [String]
  let context: DocumentWriterContext
  private let layout: DocumentTemplate
  private let text: DocumentTextTemplate

  /// - Parameters:
  ///   - layout: `Templates/invoice.<lang>.yml`
  ///   - text: `Templates/invoice.<lang>.mustache`
  public init(_ report: FinanceReport, labels: Labels, layout: DocumentTemplate, text: DocumentTextTemplate) {
    names = DocumentFileNames(report.billing.documents).names.map { "invoices/\($0)" }
    context = DocumentWriterContext(report, labels: labels)
    self.layout = layout
    self.text = text
  }

  public var count: Int { names.count }

  /// What a document says, by the words of the templates.
  public func values(_ index: Int) -> DocumentValues {
    context.values(of: context.report.billing.documents[index])
  }

  public func workbook(_ index: Int) -> Workbook { workbook(values(index), index) }

  /// UTF-8 with LF.
  public func text(_ index: Int) -> String { text.text(values(index)) }

  /// Both files of a document, which share its values.
  public func files(_ index: Int) -> (workbook: Workbook, text: String) {
    let values = values(index)
    return (workbook(values, index), text.text(values))
  }

  private func workbook(_ values: DocumentValues, _ index: Int) -> Workbook {
    let document = context.report.billing.documents[index]
    let title = context.labels[.documentTypes, document.type.rawValue]
    let number = document.number?.description ?? context.phrases(.draft)
    return layout.workbook(
      values,
      properties: Workbook.Properties(
        title: "\(title) \(number)", subject: document.addressee.name, author: context.report.company.name,
        company: context.report.company.name, month: context.report.billing.month))
  }
}
