/// The sheets of the managers' workbook (シート名), in their order.
enum SheetLabel: String, CaseIterable, Sendable, Labelled {
  case dashboard, attainment, customers
  case leadTimes = "lead_times"
  case caseDetail = "case_detail"
  case attention, restatements
  case freightSummary = "freight_summary"
  case freight, reconciliation, unreturned, disks
  case renewalSummary = "renewal_summary"
  case renewals
  case ticketSummary = "ticket_summary"
  case inquiries, packs, findings, clauses
  case closedDays = "closed_days"

  static var labelSection: LabelSection { .sheets }
}
