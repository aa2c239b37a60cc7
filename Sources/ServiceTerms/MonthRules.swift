public import Records

/// Applies every rule to a month's exports (月次判定).
///
/// Cases are independent of each other, and so are inquiries until they draw: ranges of them may be judged at the same time
/// and joined in order.
public struct MonthRules: Sendable {
  public let frame: MonthFrame
  public let exports: MonthExports
  public let book: ContractBook
  public let closed: ClosedMonths

  public init(frame: MonthFrame, exports: MonthExports, closed: ClosedMonths) {
    self.frame = frame
    self.exports = exports
    self.closed = closed
    book = ContractBook(exports.contracts.rows)
  }

  /// Everything about the month, on one thread.
  public func result() throws(CalendarFault) -> MonthResult {
    result(of: [try judge(caseOrder()[...])], tickets: try ticketAccounting().accounts(), renewals: review())
  }

  public func ticketAccounting() -> TicketAccounting {
    TicketAccounting(frame: frame, book: book, inquiries: exports.inquiries, closed: closed)
  }

  /// What the rules say of some of the cases.
  public struct CasePart: Sendable {
    var outcomes: [CaseOutcome] = []
    var restatements: [Restatement] = []
    var legs: [FreightLeg] = []
    var unreturned: [UnreturnedPart] = []
    var keptDisks: [KeptDisk] = []
    var findings: [Finding] = []
    var receivedAfterMonth = 0
  }

  /// The positions of the cases by case id, in which `judge` takes them.
  public func caseOrder() -> [Int32] {
    let cases = exports.cases.rows
    return cases.indices.map { Int32($0) }.sortedUnlessSorted { cases[Int($0)].id < cases[Int($1)].id }
  }

  public func judge(_ positions: ArraySlice<Int32>) throws(CalendarFault) -> CasePart {
    let judge = CaseJudge(frame: frame, book: book, closed: closed)
    let warnings = CaseWarnings(frame: frame, book: book)
    let freight = FreightAllocation(frame: frame, book: book)
    let returns = PartReturns(frame: frame, book: book)
    var part = CasePart()
    part.outcomes.reserveCapacity(positions.count)
    for position in positions {
      let index = Int(position)
      let supportCase = exports.cases.rows[index]
      let line = Int(exports.cases.lines[index])
      guard let outcome = try judge.outcome(of: supportCase, at: index) else {
        part.receivedAfterMonth += 1
        continue
      }
      part.outcomes.append(outcome)
      if let restatement = judge.restatement(of: outcome, supportCase) {
        part.restatements.append(restatement)
      }
      part.findings += try warnings.findings(of: supportCase, outcome: outcome, line: line)
      for leg in freight.legs(of: supportCase, at: index, contract: outcome.contractIndex) {
        part.findings += freight.findings(of: leg, supportCase, line: line)
        part.legs.append(leg)
      }
      if let unreturned = returns.unreturned(supportCase, at: index, contract: outcome.contractIndex) {
        part.unreturned.append(unreturned)
        if let finding = returns.finding(of: unreturned, supportCase, line: line) {
          part.findings.append(finding)
        }
      }
      if let disk = returns.keptDisk(supportCase, at: index, contract: outcome.contractIndex) {
        part.keptDisks.append(disk)
      }
    }
    return part
  }

  /// Where the contracts stand, by contract id.
  public struct Renewals: Sendable {
    var renewals: [Renewal] = []
    var findings: [Finding] = []

    public init() {}
  }

  public func review() -> Renewals {
    let review = RenewalReview(frame: frame, book: book)
    let contracts = book.contracts
    let lines = exports.contracts.lines
    var renewals = Renewals()
    renewals.renewals = contracts.indices.map { review.renewal(of: contracts[$0], at: $0) }
      .sortedUnlessSorted { contracts[Int($0.contractIndex)].id < contracts[Int($1.contractIndex)].id }
    renewals.findings = contracts.indices.compactMap {
      review.finding(of: contracts[$0], line: Int(lines[$0]))
    }
    return renewals
  }

  /// The whole month, from the parts of `judge` in their order, the ticket accounts and the renewals.
  ///
  /// The cases of a part are given back as soon as they stand in the whole: a giant month would not fit twice.
  public func result(
    of parts: consuming [CasePart], tickets: TicketAccounts, renewals: Renewals
  ) -> MonthResult {
    var outcomes: [CaseOutcome] = []
    var legs: [FreightLeg] = []
    outcomes.reserveCapacity(parts.reduce(0) { $0 + $1.outcomes.count })
    legs.reserveCapacity(parts.reduce(0) { $0 + $1.legs.count })
    for index in parts.indices {
      outcomes += parts[index].outcomes
      parts[index].outcomes = []
      legs += parts[index].legs
      parts[index].legs = []
    }
    var result = MonthResult(
      summary: AttainmentSummary(outcomes: outcomes, contracts: book.contracts, month: frame.month))
    result.outcomes = outcomes
    result.restatements = parts.flatMap(\.restatements)
    result.legs = legs
    result.unreturned = parts.flatMap(\.unreturned)
    result.keptDisks = parts.flatMap(\.keptDisks)
    result.tickets = tickets
    result.packs = tickets.balances(at: frame.month)
    result.renewals = renewals.renewals
    result.findings = parts.flatMap(\.findings) + tickets.findings + afterMonth(parts)
    reconcile(into: &result)
    result.findings += renewals.findings
    return result
  }

  private func reconcile(into result: inout MonthResult) {
    guard let statement = exports.courier else { return }
    let reconciliation = CourierReconciliation(frame: frame)
    result.reconciliation = reconciliation.lines(
      statement: statement.rows, legs: result.legs, cases: exports.cases.rows)
    result.findings += reconciliation.findings(statement: statement)
  }

  /// One counted notice a file of what was received at or after as-of.
  private func afterMonth(_ parts: [CasePart]) -> [Finding] {
    let cases = parts.reduce(0) { $0 + $1.receivedAfterMonth }
    let inquiries = exports.inquiries.rows.count { frame.happened($0.receivedAt) == nil }
    return [(ExportFile.cases, cases), (.ticketUsage, inquiries)].compactMap { file, count in
      count == 0
        ? nil : Finding(.afterMonth, file: file.rawValue, column: "received_at", value: String(count))
    }
  }
}
