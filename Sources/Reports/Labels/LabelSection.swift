import Billing
import Intake
import Records
import ServiceTerms

/// The sections of the labels (表示名の区分); each holds exactly the codes that it names here.
///
/// A report that needs headings of its own adds a section with its codes; both languages are then checked for them.
public enum LabelSection: String, CaseIterable, Sendable {
  case services
  case shortServices = "short_services"
  case regions, channels, parts, outcomes
  case freightTerms = "freight_terms"
  case categories, verdicts, reasons, bases, rules, clauses, legs, parties, settlements
  case freightStates = "freight_states"
  case reconciliationStates = "reconciliation_states"
  case drawStates = "draw_states"
  case renewalStates = "renewal_states"
  case documentTypes = "document_types"
  case chargeKinds = "charge_kinds"
  case chargeClasses = "charge_classes"
  case documentTexts = "document_texts"
  case financeSheets = "finance_sheets"
  case finance, accounts
  case controlTotals = "control_totals"
  case closures, weekdays, severities, stages, columns, explanations, units
  case sheets, concerns, headings, phrases

  var codes: [String] {
    switch self {
    case .services: all(ServiceCode.self) + ["non_return_disk", "all"]
    case .shortServices: all(ServiceCode.self)
    case .regions: all(Region.self) + ["all"]
    case .channels: all(Channel.self)
    case .parts: all(Part.self)
    case .outcomes: all(IsolationOutcome.self)
    case .freightTerms: all(FreightTerms.self)
    case .categories: all(InquiryCategory.self)
    case .verdicts: all(Verdict.self)
    case .reasons: all(Exclusion.self) + [FindingCode.noAgreedVisit.rawValue]
    case .bases: all(DeadlineBasis.self)
    case .rules: ["AR-1", "MW-1", "EX-1", "ON-3", "ON-4", "ON-6", "OD-2", "OD-3"]
    case .clauses: all(Clause.self)
    case .legs: all(Leg.self)
    case .parties: all(Party.self)
    case .settlements: all(Settlement.self)
    case .freightStates: all(FreightState.self)
    case .reconciliationStates: all(ReconciliationState.self)
    case .drawStates: all(DrawState.self)
    case .renewalStates: all(RenewalState.self)
    case .documentTypes: ["invoice", "credit_note", "statement"]
    case .chargeKinds:
      ["ticket_pack", "ticket_overage", "renewal", "freight_claim", "freight_credit", "unreturned_part"]
    case .chargeClasses: ["normal", "late", "correction"]
    case .documentTexts: all(DocumentPhrase.self)
    case .financeSheets: all(FinanceSheet.self)
    case .finance: all(FinanceHeading.self)
    case .accounts: all(AccountRole.self)
    case .controlTotals:
      all(ControlTotal.Check.self).flatMap { [$0, "\($0)_left", "\($0)_right"] }
    case .closures: ["weekend", "national_holiday", "year_end", "company_holiday"]
    case .weekdays: Weekday.allCases.map(\.code)
    case .severities: all(Finding.Severity.self)
    case .stages: ["read", "judge", "charge", "describe", "write", "post", "verify"]
    case .columns: columnCodes
    case .explanations: all(Explanation.Subject.self)
    case .units:
      ["days", "hours", "minutes", "yen", "next_business_day", "business_days_later", "closed_days"]
    case .sheets: all(SheetLabel.self)
    case .concerns: all(Concern.self)
    case .headings: all(Heading.self)
    case .phrases: all(Phrase.self)
    }
  }

  /// The label of every code, proven to be one that its place takes.
  func read(_ node: TemplateNode) throws(TemplateFault) -> [String: String] {
    let fields = try node.fields(codes)
    var texts: [String: String] = [:]
    for code in codes {
      let label = try fields.required(code)
      texts[code] =
        switch self {
        case .sheets, .financeSheets: try label.sheetName(besides: texts.values)
        case .documentTexts: try label.text(placeholders: DocumentPhrase(rawValue: code)?.placeholders ?? [])
        case .phrases: try label.text(placeholders: Phrase(rawValue: code)?.placeholders ?? [])
        default: try label.text(placeholders: [])
        }
    }
    return texts
  }

  private func all<Code: RawRepresentable<String> & CaseIterable>(_ type: Code.Type) -> [String] {
    Code.allCases.map(\.rawValue)
  }
}

extension Weekday {
  var code: String {
    switch self {
    case .monday: "monday"
    case .tuesday: "tuesday"
    case .wednesday: "wednesday"
    case .thursday: "thursday"
    case .friday: "friday"
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }
}
