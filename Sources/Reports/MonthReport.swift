public import Records
public import ServiceTerms

/// A month as every report sees it (月次報告の材料): what was read, what the rules say of it, and what earlier closes left.
public struct MonthReport: Sendable {
  public var frame: MonthFrame
  public var exports: MonthExports
  public var result: MonthResult
  /// Of the intake, the rules and the billing, in the order of `findings.csv`.
  public var findings: [Finding]
  /// Data rows that were rejected, by file.
  public var rejectedRows: [ExportFile: Int]
  /// Closed months before this one, oldest first; empty without a ledger.
  public var history: [MonthFigures]
  /// The inquiries of closed months, to which draws refer that the export no longer has.
  public var postedInquiries: [PostedInquiry]
  public var company: Company
  /// Posted by a close, or still a draft.
  public var isFinal: Bool

  public init(
    frame: MonthFrame, exports: MonthExports, result: MonthResult, findings: [Finding],
    rejectedRows: [ExportFile: Int] = [:], history: [MonthFigures] = [],
    postedInquiries: [PostedInquiry] = [], company: Company, isFinal: Bool = false
  ) {
    self.frame = frame
    self.exports = exports
    self.result = result
    self.findings = findings.sorted()
    self.rejectedRows = rejectedRows
    self.history = history
    self.postedInquiries = postedInquiries
    self.company = company
    self.isFinal = isFinal
  }

  public var month: BillingMonth { frame.month }
}

extension MonthReport {
  var contracts: [Contract] { exports.contracts.rows }
  var cases: [SupportCase] { exports.cases.rows }
  var inquiries: [TicketUse] { exports.inquiries.rows }

  /// What is known of an inquiry, be it in the export or only in the ledger.
  func facts(of draw: TicketDraw) -> PostedInquiry.Facts {
    switch draw.source {
    case .export(let place): PostedInquiry.Facts(inquiries[Int(place)])
    case .ledger(let place): postedInquiries[Int(place)].facts
    }
  }
}
