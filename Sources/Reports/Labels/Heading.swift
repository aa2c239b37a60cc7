/// Headings, notes and short words of the reports (見出し), each in `headings` of the labels.
enum Heading: String, CaseIterable, Sendable, Labelled {
  case managementReport = "management_report"
  case final
  case draft
  case toDashboard = "to_dashboard"
  case total
  case none
  case item
  case count
  case yen
  case open
  case details
  case decideFirst = "decide_first"
  case mostUrgent = "most_urgent"
  case outlook
  case allSheets = "all_sheets"
  case attainment
  case objective
  case received
  case missedTargets = "missed_targets"
  case openCases = "open_cases"
  case renewalsDue = "renewals_due"
  case ticketsLeft = "tickets_left"
  case noLastMonth = "no_last_month"
  case attainmentByService = "attainment_by_service"
  case attainmentNote = "attainment_note"
  case spreadNote = "spread_note"
  case byService = "by_service"
  case byRegion = "by_region"
  case byRule = "by_rule"
  case withoutRule = "without_rule"
  case bridge
  case ofOtherMonths = "of_other_months"
  case casesCounted = "cases_counted"
  case casesInFile = "cases_in_file"
  case difference
  case rejectedRows = "rejected_rows"
  case clause
  case leadTimes = "lead_times"
  case measure
  case median
  case p90
  case worst
  case isolationBusiness = "isolation_business"
  case isolationElapsed = "isolation_elapsed"
  case turnaround
  case marginToDeadline = "margin_to_deadline"
  case agreedVisits = "agreed_visits"
  case agreedCount = "agreed_count"
  case agreedAfterRule = "agreed_after_rule"
  case agreedAfterEarliest = "agreed_after_earliest"
  case trend
  case rulesLegend = "rules_legend"
  case checkNote = "check_note"
  case deadlineCheck = "deadline_check"
  case late
  case attentionNote = "attention_note"
  case hoursLate = "hours_late"
  case daysOpen = "days_open"
  case restatementNote = "restatement_note"
  case countedVerdict = "counted_verdict"
  case countedReason = "counted_reason"
  case newVerdict = "new_verdict"
  case newReason = "new_reason"
  case freightByBearer = "freight_by_bearer"
  case freightOurs = "freight_ours"
  case freightTheirs = "freight_theirs"
  case freightNote = "freight_note"
  case settlements
  case statementControl = "statement_control"
  case statementTotal = "statement_total"
  case reconciliationNote = "reconciliation_note"
  case noStatement = "no_statement"
  case ageing
  case ageDays = "age_days"
  case renewalWindows = "renewal_windows"
  case period
  case renewalRate = "renewal_rate"
  case renewalNote = "renewal_note"
  case byNumber = "by_number"
  case byFee = "by_fee"
  case renewedInMonth = "renewed_in_month"
  case endedInMonth = "ended_in_month"
  case pipeline
  case endMonth = "end_month"
  case renewalStates = "renewal_states"
  case contractsInFile = "contracts_in_file"
  case renewalsNote = "renewals_note"
  case automatic
  case ticketBalance = "ticket_balance"
  case inquiriesByState = "inquiries_by_state"
  case inquiryCount = "inquiry_count"
  case responseTimes = "response_times"
  case responseNote = "response_note"
  case unanswered
  case answered
  case inquiriesNote = "inquiries_note"
  case what
  case remedy
  case day
  case weekday
  case why
  case edition
  case contractsUnit = "contracts_unit"
  case partsUnit = "parts_unit"
  case inquiriesUnit = "inquiries_unit"
  case general

  static var labelSection: LabelSection { .headings }
}
