import Records
public import ServiceTerms
import Threads

/// The managers' workbook (経営報告ブック): a dashboard, and the sheets that its figures come from.
public struct ManagementWorkbook: Sendable {
  let report: MonthReport
  let labels: Labels
  let overview: MonthOverview
  let statistics: Statistics

  /// - Throws: `CalendarFault` where a visit was agreed outside the holidays' years.
  public init(_ report: MonthReport, _ overview: MonthOverview, labels: Labels) throws(CalendarFault) {
    self.report = report
    self.labels = labels
    self.overview = overview
    statistics = try Statistics(
      outcomes: report.result.outcomes, cases: report.cases, contracts: report.contracts, frame: report.frame)
  }

  /// Builds the sheets on `jobs` threads; the dashboard comes last, since it shows figures of the others.
  ///
  /// - Throws: `YenOverflow` where a sum of money leaves 64 bits.
  public func workbook(jobs: Int = 1) throws -> Workbook {
    let (attainment, freight, renewals, tickets) = try together(
      jobs: jobs, attainmentSheet, freightSummarySheet, renewalSummarySheet, ticketSummarySheet)
    let dashboard = DashboardSources(
      attainment: attainment, freight: freight, renewals: renewals, tickets: tickets)
    let sheets: [@Sendable () throws -> Sheet] =
      [
        { dashboardSheet(dashboard) }, { attainment.sheet }, customersSheet, leadTimesSheet, caseDetailSheet,
        attentionSheet, restatementsSheet, { freight.sheet }, freightSheet, reconciliationSheet,
        unreturnedSheet, disksSheet, { renewals.sheet }, renewalsSheet, { tickets.sheet }, inquiriesSheet,
        packsSheet, findingsSheet, clausesSheet,
      ] + (checksDeadlines ? [closedDaysSheet] : [])
    var workbook = Workbook(
      properties: Workbook.Properties(
        title: "\(labels[Heading.managementReport]) \(labels.month(report.month))",
        subject: labels[Heading.managementReport], author: labels.name(of: report.company),
        company: labels.name(of: report.company), month: report.month))
    workbook.looks = OwnLook.all
    workbook.dayNotation = labels.language == .ja ? .slashes : .hyphens
    workbook.sheets = try inParallel(sheets.count, jobs: jobs) { try sheets[$0]() }
    return workbook
  }
}

extension ManagementWorkbook {
  var result: MonthResult { report.result }
  var contracts: [Contract] { report.contracts }
  var cases: [SupportCase] { report.cases }

  func contract(_ index: Int32?) -> Contract? { index.map { contracts[Int($0)] } }

  func place(_ sheet: SheetLabel, _ address: Address = Address(row: 1, column: 1)) -> Place {
    Place(sheet: labels[sheet], address: address)
  }
}
