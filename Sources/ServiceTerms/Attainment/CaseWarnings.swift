public import Records

/// What is odd about a case without changing its verdict (ケースの警告).
public struct CaseWarnings: Sendable {
  let frame: MonthFrame
  let book: ContractBook

  public init(frame: MonthFrame, book: ContractBook) {
    self.frame = frame
    self.book = book
  }

  /// The warnings about one judged case; `line` is its physical line.
  public func findings(
    of supportCase: SupportCase, outcome: CaseOutcome, line: Int
  ) throws(CalendarFault) -> [Finding] {
    var notes = Notes(supportCase: supportCase, line: line)
    for leg in Leg.allCases { checkTrackingNumber(of: leg, &notes) }
    guard let contract = outcome.contractIndex.map({ Int($0) }),
      book.contracts[contract].service.isMaintenance
    else { return notes.findings }
    try check(book.contracts[contract], outcome, &notes)
    return notes.findings
  }

  private func check(
    _ contract: Contract, _ outcome: CaseOutcome, _ notes: inout Notes
  ) throws(CalendarFault) {
    let supportCase = notes.supportCase
    let rules = frame.ruleBook(on: supportCase.receivedAt.day)
    checkChannel(contract, rules, &notes)
    if contract.service.isSendback {
      checkVisit(&notes)
      checkReceipt(contract, &notes)
    } else {
      if outcome.verdict == .notJudged { notes.warn(.noAgreedVisit, "agreed_visit_at") }  // ON-3, ON-6
      try checkVisitDay(contract, rules, &notes)
    }
    checkDisk(contract, &notes)
  }

  /// The warnings about one case as they are found.
  private struct Notes {
    let supportCase: SupportCase
    let line: Int
    var findings: [Finding] = []

    mutating func warn(_ code: FindingCode, _ column: String, _ value: String = "") {
      findings.append(
        Finding(
          code, file: ExportFile.cases.rawValue, line: line, column: column, value: value,
          key: supportCase.id.text))
    }
  }

  private func checkTrackingNumber(of leg: Leg, _ notes: inout Notes) {
    let number = notes.supportCase.trackingNumber(of: leg)
    guard TrackingNumber(number).hasWrongCheckDigit else { return }
    notes.warn(.trackingCheckDigit, "\(leg.rawValue)_tracking_no", number)
  }

  /// > Terms: SB-2, ON-1, OD-1
  private func checkChannel(_ contract: Contract, _ rules: RuleBook, _ notes: inout Notes) {
    let channel = notes.supportCase.channel
    guard !rules.accepts(channel, for: contract.service) else { return }
    notes.warn(.channelNotAccepted, "channel", channel.rawValue)
  }

  /// The customer does the exchange, so nobody visits.
  ///
  /// > Terms: SB-4
  private func checkVisit(_ notes: inout Notes) {
    if let visit = notes.supportCase.agreedVisitAt {
      notes.warn(.visitOnSendback, "agreed_visit_at", visit.description)
    } else if let visit = frame.happened(notes.supportCase.arrivedAt) {
      notes.warn(.visitOnSendback, "arrived_at", visit.description)
    }
  }

  /// A replacement that left before the failed part came in. A bare date is 00:00, so only the days are compared.
  ///
  /// > Terms: MW-1, EX-1
  private func checkReceipt(_ contract: Contract, _ notes: inout Notes) {
    guard contract.service != .advanceSendback,
      let shipped = frame.happened(notes.supportCase.replacement.shippedAt)
    else { return }
    let received = frame.happened(notes.supportCase.failedPartReceivedAt)
    if let received, received.day <= shipped.day { return }
    notes.warn(.shippedBeforeReceipt, "replacement_shipped_at", shipped.description)
  }

  /// > Terms: ON-8
  private func checkVisitDay(
    _ contract: Contract, _ rules: RuleBook, _ notes: inout Notes
  ) throws(CalendarFault) {
    guard contract.service == .standardOnsite, let visit = notes.supportCase.agreedVisitAt,
      try !rules.calendar.isBusinessDay(visit.day)
    else { return }
    notes.warn(.visitOnClosedDay, "agreed_visit_at", visit.description)
  }

  /// > Terms: ND-1, ND-2
  private func checkDisk(_ contract: Contract, _ notes: inout Notes) {
    let supportCase = notes.supportCase
    if supportCase.diskRetained {
      if !contract.nonReturnDisk { notes.warn(.diskRetainedWithoutOption, "disk_retained", "Y") }
    } else if contract.nonReturnDisk, supportCase.part == .disk,
      frame.happened(supportCase.completedAt) != nil
    {
      notes.warn(.diskNotRetained, "disk_retained", "N")
    }
  }
}
