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
    var findings: [Finding] = []
    func warn(_ code: FindingCode, _ column: String, _ value: String = "") {
      findings.append(
        Finding(
          code, file: ExportFile.cases.rawValue, line: line, column: column, value: value,
          key: supportCase.id.text))
    }
    guard let contract = outcome.contractIndex.map({ book.contracts[Int($0)] }),
      contract.service.isMaintenance
    else { return findings }
    let rules = frame.ruleBook(on: supportCase.receivedAt.day)

    if let entry = rules.edition.services[contract.service], !entry.channels.contains(supportCase.channel) {
      warn(.channelNotAccepted, "channel", supportCase.channel.rawValue)  // SB-2
    }
    if outcome.verdict == .notJudged { warn(.noAgreedVisit, "agreed_visit_at") }  // ON-3, ON-6
    if contract.service.isSendback {
      if let visit = supportCase.agreedVisitAt {
        warn(.visitOnSendback, "agreed_visit_at", visit.description)  // SB-4
      } else if let visit = frame.happened(supportCase.arrivedAt) {
        warn(.visitOnSendback, "arrived_at", visit.description)
      }
      if contract.service != .advanceSendback,
        let shipped = frame.happened(supportCase.replacement.shippedAt),
        !wasReceived(supportCase, by: shipped)
      {
        warn(.shippedBeforeReceipt, "replacement_shipped_at", shipped.description)  // MW-1, EX-1
      }
    }
    if contract.service == .standardOnsite, let visit = supportCase.agreedVisitAt,
      try !rules.calendar.isBusinessDay(visit.day)
    {
      warn(.visitOnClosedDay, "agreed_visit_at", visit.description)  // ON-8
    }
    if supportCase.part == .disk { warnAboutDisk(supportCase, contract, warn) }
    return findings
  }

  /// A bare date is 00:00, so only the days can be compared.
  private func wasReceived(_ supportCase: SupportCase, by shipped: JSTInstant) -> Bool {
    guard let received = frame.happened(supportCase.failedPartReceivedAt) else { return false }
    return received.day <= shipped.day
  }

  /// > Terms: ND-1, ND-2
  private func warnAboutDisk(
    _ supportCase: SupportCase, _ contract: Contract, _ warn: (FindingCode, String, String) -> Void
  ) {
    if supportCase.diskRetained && !contract.nonReturnDisk {
      warn(.diskRetainedWithoutOption, "disk_retained", "Y")
    }
    if !supportCase.diskRetained && contract.nonReturnDisk, frame.happened(supportCase.completedAt) != nil {
      warn(.diskNotRetained, "disk_retained", "N")
    }
  }
}
