/// The sheets of `billing.xlsx` (経理ブックのシート名), in their order.
enum FinanceSheet: String, CaseIterable, Sendable, Labelled {
  case documents, lines, taxes, freight, legs, advances, journal, deferred, schedule, tickets, controls,
    unbilled, corrections

  static var labelSection: LabelSection { .financeSheets }

  var colour: Colour {
    switch self {
    case .documents, .lines, .taxes: .blue
    case .freight, .legs, .advances: .orange
    case .journal, .deferred, .schedule, .tickets: .teal
    case .controls: .wine
    case .unbilled, .corrections: .grey
    }
  }
}

/// Headings and words of `billing.xlsx` (経理ブックの見出し) that are no column of a data file.
enum FinanceHeading: String, CaseIterable, Sendable, Labelled {
  case title
  case toControls = "to_controls"
  case toDocuments = "to_documents"
  case total, none, customer, position, corrects, clause, gross
  case fileName = "file_name"
  case termFrom = "term_from"
  case termThrough = "term_through"
  // Tax per rate
  case byRate = "by_rate"
  case byDocument = "by_document"
  case recomputed, difference, documents
  case taxNote = "tax_note"
  // Freight and advances
  case sides, side
  case ownSide = "own_side"
  case advances, others
  case statementTotal = "statement_total"
  case reconciliation
  case noStatement = "no_statement"
  case freightNote = "freight_note"
  case registration
  case taxIncluded = "tax_included"
  case advancesNote = "advances_note"
  // Journal
  case entry, date, summary, account
  case subAccount = "sub_account"
  case meaning, debit, credit, recognition
  case journalNote = "journal_note"
  // Deferred revenue
  case opening, added, closing, later, check
  case deferredNote = "deferred_note"
  case scheduleNote = "schedule_note"
  // Tickets
  case packs, price
  case baseDate = "base_date"
  case baseDateBalance = "base_date_balance"
  case threshold, above, below
  case nextBaseDate = "next_base_date"
  case ticketsNote = "tickets_note"
  // Control totals
  case left, right, result
  case leftAmount = "left_amount"
  case rightAmount = "right_amount"
  case controlsNote = "controls_note"
  // Unbilled, late, corrected
  case message
  case unbilledNote = "unbilled_note"
  case correctionsNote = "corrections_note"

  static var labelSection: LabelSection { .finance }
}
