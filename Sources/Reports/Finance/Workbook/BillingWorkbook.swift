import Billing
import Records

/// The workbook in which finance works (経理ブック), `billing.xlsx`: what is invoiced, and the books that follow from it.
public struct BillingWorkbook: Sendable {
  let report: FinanceReport
  let labels: Labels
  let phrases: DocumentPhrases
  /// Of the documents, in their order.
  let fileNames: [String]
  let names: [Identifier: String]

  public static func workbook(of report: FinanceReport, labels: Labels) -> Workbook {
    BillingWorkbook(report, labels: labels).workbook()
  }

  init(_ report: FinanceReport, labels: Labels) {
    self.report = report
    self.labels = labels
    phrases = DocumentPhrases(labels)
    fileNames = DocumentFileNames(report.billing.documents).names
    names = report.customerNames
  }

  func workbook() -> Workbook {
    let documents = documentsSheet()
    let freight = freightSheet()
    let journal = journalSheet()
    let deferred = deferredSheet()
    let controls = controlsSheet(
      ControlSources(
        documents: documents.table, journal: journal.table, deferred: deferred.table,
        reconciliation: freight.reconciliation))
    var workbook = Workbook(
      properties: Workbook.Properties(
        title: "\(labels[FinanceHeading.title]) \(labels.month(report.billing.month))",
        subject: labels[FinanceHeading.title],
        author: labels.name(of: report.company), company: labels.name(of: report.company),
        month: report.billing.month))
    workbook.dayNotation = labels.language == .ja ? .slashes : .hyphens
    workbook.sheets = [
      documents.sheet, linesSheet(), taxesSheet(), freight.sheet, legsSheet(), advancesSheet(), journal.sheet,
      deferred.sheet, scheduleSheet(), ticketsSheet(), controls, unbilledSheet(), correctionsSheet(),
    ]
    return workbook
  }
}

extension BillingWorkbook {
  var billing: MonthBilling { report.billing }
  var documents: [Document] { report.billing.documents }

  /// A sheet with its head; every sheet but the control totals leads to them.
  func sheet(_ label: FinanceSheet, clauses: [Clause] = [], notes: [FinanceHeading] = []) -> ReportSheet {
    let isControls = label == .controls
    return ReportSheet(
      name: labels[label], of: report.month, colour: label.colour,
      back: .link(
        labels[isControls ? FinanceHeading.toDocuments : FinanceHeading.toControls],
        to: Place(sheet: labels[isControls ? FinanceSheet.documents : .controls])),
      clauses: clauses, notes: notes.map { labels[$0] }, labels: labels)
  }

  /// The number of a document, or the word for a draft.
  func number(_ document: Document) -> Cell {
    .text(document.number?.description ?? phrases(.draft))
  }

  func column(_ heading: FinanceHeading, total: Table.Total? = nil, conditions: [Condition.Rule] = [])
    -> Table.Column
  {
    Table.Column(labels[heading], total: total, conditions: conditions)
  }

  func column(_ code: String, total: Table.Total? = nil) -> Table.Column {
    Table.Column(labels.column(code), total: total)
  }

  var totalLabel: Table.Total { .label(labels[FinanceHeading.total]) }

  /// A difference that is not 0.
  var differs: [Condition.Rule] {
    [Condition.Rule(.less(than: 0), .bad), Condition.Rule(.greater(than: 0), .bad)]
  }

  /// Formulas in every row are written as long as a table is of a size that people work in.
  static let formulaRows = 50_000
}

/// A sheet, and its table that other sheets compute with.
struct TableSheet {
  var sheet: Sheet
  var table: PlacedTable
}
