public import Records
import ServiceTerms

/// What a manager decides on (経営判断の要点): the month's key figures, and what needs a decision, most urgent first.
///
/// The workbook's dashboard and `summary.txt` both speak of this one value.
public struct MonthOverview: Sendable {
  let counts: AttainmentCounts
  /// The attainment of the month before, where the ledger has it.
  let previousPermille: Int?
  /// Missed without an event so far.
  let overdue: Int
  let awaitingIsolation: Int
  let freight: FreightShares
  let renewalWindows: [RenewalWindow]
  let ticketsLeft: Int
  let ticketsLeftYen: Yen

  /// Cases of this month that missed their target, by position among the outcomes: those without an event first, by
  /// deadline, then the latest.
  let missed: [Int]
  /// Open cases by position: those with a deadline first, the nearest on top, then by reception.
  let open: [Int]
  /// Unreturned parts by position, the oldest first.
  let unreturned: [Int]
  /// Contracts that lapsed this month or will within 30 days without renewing themselves, by position, the next first.
  let lapsing: [Int]
  /// Inquiries that no pack covers, by position among the draws.
  let unfunded: [Int]
  let rejectedRows: Int

  /// - Throws: `YenOverflow` where a sum of money leaves 64 bits.
  public init(_ report: MonthReport) throws(YenOverflow) {
    let result = report.result
    counts = result.summary.all
    let last = report.history.last
    previousPermille = last?.month == report.month.previous ? last?.all.attainmentPermille : nil
    freight = try FreightShares(legs: result.legs, month: report.month)
    renewalWindows = try RenewalWindow.all([30, 60, 90], report)
    ticketsLeft = result.packs.reduce(0) { $0 + $1.remaining }
    ticketsLeftYen = try result.packs.map(\.unusedYen).sum()
    rejectedRows = report.rejectedRows.values.reduce(0, +)

    let outcomes = result.outcomes
    missed = Self.missed(in: report)
    overdue = missed.count { outcomes[$0].eventAt == nil }
    open = Self.open(in: report)
    awaitingIsolation = open.count { outcomes[$0].verdict == .awaitingIsolation }
    let parts = result.unreturned
    unreturned = parts.indices.sorted { (-parts[$0].ageDays, $0) < (-parts[$1].ageDays, $1) }
    let renewals = result.renewals
    lapsing = renewals.indices.filter { renewals[$0].lapses(in: report.month) }
      .sorted { (renewals[$0].endsOn, $0) < (renewals[$1].endsOn, $1) }
    unfunded = result.tickets.draws.indices.filter { result.tickets.draws[$0].state == .unfunded }
  }

  /// The points of permille since the month before; nil where either had nothing due.
  var change: Int? {
    guard let previousPermille, let now = counts.attainmentPermille else { return nil }
    return now - previousPermille
  }

  private static func missed(in report: MonthReport) -> [Int] {
    let outcomes = report.result.outcomes
    func urgency(_ position: Int) -> (Int, Int, Int) {
      let outcome = outcomes[position]
      guard let margin = outcome.marginMinutes else {
        return (0, outcome.deadline?.instant.seconds ?? 0, position)
      }
      return (1, margin, position)
    }
    return outcomes.indices
      .filter { outcomes[$0].verdict == .missed && outcomes[$0].month == report.month }
      .sorted { urgency($0) < urgency($1) }
  }

  private static func open(in report: MonthReport) -> [Int] {
    let (outcomes, cases) = (report.result.outcomes, report.cases)
    func urgency(_ position: Int) -> (Int, Int, Int) {
      let outcome = outcomes[position]
      guard let deadline = outcome.deadline else {
        return (1, cases[Int(outcome.caseIndex)].receivedAt.seconds, position)
      }
      return (0, deadline.instant.seconds, position)
    }
    return outcomes.indices.filter { outcomes[$0].isOpen }.sorted { urgency($0) < urgency($1) }
  }
}

/// The contracts that end within so many days after the month (更新予定), unless they are cancelled or renewed already.
struct RenewalWindow: Equatable, Sendable {
  let days: Int
  let count: Int
  /// Their annual fees, on the price basis; a contract without one adds nothing.
  let fee: Yen

  static func all(_ windows: [Int], _ report: MonthReport) throws(YenOverflow) -> [RenewalWindow] {
    var all: [RenewalWindow] = []
    for days in windows {
      var count = 0
      var fee = Yen.zero
      for renewal in report.result.renewals where renewal.isUndecided && (1...days).contains(renewal.daysLeft)
      {
        count += 1
        fee = try fee + (report.contracts[Int(renewal.contractIndex)].annualFee ?? .zero)
      }
      all.append(RenewalWindow(days: days, count: count, fee: fee))
    }
    return all
  }
}

extension Renewal {
  /// Neither cancelled nor renewed, and not yet over.
  var isUndecided: Bool { state == .due || state == .active || state == .notStarted }

  /// Ended in `month`, or ends within 30 days after it, with nothing to follow.
  func lapses(in month: BillingMonth) -> Bool {
    switch state {
    case .lapsed: month.contains(endsOn)
    case .due: !isAutomatic && daysLeft <= 30
    default: false
    }
  }
}
