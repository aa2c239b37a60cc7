public import Records
public import ServiceTerms

/// A code that has a label of its own in one section.
public protocol Labelled: RawRepresentable<String> {
  static var labelSection: LabelSection { get }
}

extension ServiceCode: Labelled { public static var labelSection: LabelSection { .services } }
extension Region: Labelled { public static var labelSection: LabelSection { .regions } }
extension Channel: Labelled { public static var labelSection: LabelSection { .channels } }
extension Part: Labelled { public static var labelSection: LabelSection { .parts } }
extension IsolationOutcome: Labelled { public static var labelSection: LabelSection { .outcomes } }
extension FreightTerms: Labelled { public static var labelSection: LabelSection { .freightTerms } }
extension InquiryCategory: Labelled { public static var labelSection: LabelSection { .categories } }
extension Clause: Labelled { public static var labelSection: LabelSection { .clauses } }
extension Finding.Severity: Labelled { public static var labelSection: LabelSection { .severities } }
extension Verdict: Labelled { public static var labelSection: LabelSection { .verdicts } }
extension Exclusion: Labelled { public static var labelSection: LabelSection { .reasons } }
extension DeadlineBasis: Labelled { public static var labelSection: LabelSection { .bases } }
extension Leg: Labelled { public static var labelSection: LabelSection { .legs } }
extension Party: Labelled { public static var labelSection: LabelSection { .parties } }
extension Settlement: Labelled { public static var labelSection: LabelSection { .settlements } }
extension FreightState: Labelled { public static var labelSection: LabelSection { .freightStates } }
extension ReconciliationState: Labelled {
  public static var labelSection: LabelSection { .reconciliationStates }
}
extension DrawState: Labelled { public static var labelSection: LabelSection { .drawStates } }
extension RenewalState: Labelled { public static var labelSection: LabelSection { .renewalStates } }

extension Labels {
  /// Why a day is closed, with the name of the holiday where it has one: `祝日 (敬老の日)`.
  public subscript(_ closure: Closure) -> String {
    switch closure {
    case .weekend: self[.closures, "weekend"]
    case .yearEnd: self[.closures, "year_end"]
    case .nationalHoliday(let name): "\(self[.closures, "national_holiday"]) (\(name))"
    case .companyHoliday(let name): "\(self[.closures, "company_holiday"]) (\(name))"
    }
  }
}
