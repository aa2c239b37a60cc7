import Records
import ServiceTerms

/// What needs a decision (判断が要る事項), the most urgent kind first.
enum Concern: String, CaseIterable, Sendable, Labelled {
  case missed, unreturned, lapsing
  case atRisk = "at_risk"
  case unfunded, rejected

  static var labelSection: LabelSection { .concerns }

  /// The sheet that has the details.
  var sheet: SheetLabel {
    switch self {
    case .missed, .atRisk: .attention
    case .unreturned: .unreturned
    case .lapsing: .renewals
    case .unfunded: .inquiries
    case .rejected: .findings
    }
  }
}

/// One thing of a concern: its key, whom it is about, and why it is urgent.
struct ConcernItem: Sendable {
  var key: String
  var customer: String
  var detail: String
}

/// Counts and describes concerns for the dashboard and the mail alike.
struct Concerns {
  let report: MonthReport
  let overview: MonthOverview
  let labels: Labels

  func count(_ concern: Concern) -> Int {
    switch concern {
    case .missed: overview.missed.count
    case .unreturned: overview.unreturned.count
    case .lapsing: overview.lapsing.count
    case .atRisk: overview.open.count
    case .unfunded: overview.unfunded.count
    case .rejected: overview.rejectedRows
    }
  }

  /// The most urgent ones.
  func items(_ concern: Concern, limit: Int) -> [ConcernItem] {
    switch concern {
    case .missed: overview.missed.prefix(limit).map { caseItem($0, lateness(of: report.result.outcomes[$0])) }
    case .atRisk: overview.open.prefix(limit).map { caseItem($0, waiting(report.result.outcomes[$0])) }
    case .unreturned: overview.unreturned.prefix(limit).map(partItem)
    case .lapsing: overview.lapsing.prefix(limit).map(renewalItem)
    case .unfunded: overview.unfunded.prefix(limit).map(inquiryItem)
    case .rejected:
      ExportFile.allCases.compactMap { file in
        guard let rows = report.rejectedRows[file], rows > 0 else { return nil }
        return ConcernItem(
          key: file.rawValue, customer: "", detail: labels.phrase(.rejectedIn, ["rows": rows.grouped]))
      }
    }
  }

  private func caseItem(_ position: Int, _ detail: String) -> ConcernItem {
    let outcome = report.result.outcomes[position]
    let contract = outcome.contractIndex.map { report.contracts[Int($0)] }
    return ConcernItem(
      key: report.cases[Int(outcome.caseIndex)].id.text, customer: contract?.customerName ?? "",
      detail: detail)
  }

  private func lateness(of outcome: CaseOutcome) -> String {
    guard let deadline = outcome.deadline else { return "" }
    guard let event = outcome.eventAt else {
      return labels.phrase(.notDoneSince, ["deadline": labels.deadline(deadline)])
    }
    if let days = outcome.daysLate { return labels.phrase(.lateDays, ["days": String(days)]) }
    let minutes = max(0, event - deadline.instant) / 60
    return switch minutes {
    case 2880...: labels.phrase(.lateDays, ["days": String(minutes / 1440)])
    case 60...: labels.phrase(.lateHours, ["hours": String(minutes / 60)])
    default: labels.phrase(.lateMinutes, ["minutes": String(minutes)])
    }
  }

  private func waiting(_ outcome: CaseOutcome) -> String {
    if let deadline = outcome.deadline {
      return labels.phrase(.due, ["deadline": labels.deadline(deadline)])
    }
    let received = labels.day(report.cases[Int(outcome.caseIndex)].receivedAt.day)
    return labels.phrase(.awaitingSince, ["verdict": labels[outcome.verdict], "day": received])
  }

  private func partItem(_ position: Int) -> ConcernItem {
    let part = report.result.unreturned[position]
    return ConcernItem(
      key: report.cases[Int(part.caseIndex)].id.text,
      customer: report.contracts[Int(part.contractIndex)].customerName,
      detail: labels.phrase(.outDays, ["days": String(part.ageDays)]))
  }

  private func renewalItem(_ position: Int) -> ConcernItem {
    let renewal = report.result.renewals[position]
    let contract = report.contracts[Int(renewal.contractIndex)]
    return ConcernItem(
      key: contract.id.text, customer: contract.customerName,
      detail: labels.phrase(
        .endsOn, ["day": labels.day(renewal.endsOn), "state": labels[renewal.state]]))
  }

  private func inquiryItem(_ position: Int) -> ConcernItem {
    let draw = report.result.tickets.draws[position]
    let detail = labels.phrase(.asksTickets, ["tickets": String(draw.tickets)])
    let inquiry = report.facts(of: draw)
    let name = report.contracts.first { $0.customer == inquiry.customer }?.customerName
    return ConcernItem(key: inquiry.id.text, customer: name ?? inquiry.customer.text, detail: detail)
  }
}
