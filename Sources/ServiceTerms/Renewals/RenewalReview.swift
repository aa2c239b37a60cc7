public import Records

/// Where every contract stands and what to offer (更新判定).
public struct RenewalReview: Sendable {
  let frame: MonthFrame
  let book: ContractBook

  public init(frame: MonthFrame, book: ContractBook) {
    self.frame = frame
    self.book = book
  }

  public func renewal(of contract: Contract, at index: Int) -> Renewal {
    let end = end(of: contract)
    let daysLeft = end - frame.month.lastDay
    let state = state(of: contract, end: end, daysLeft: daysLeft)
    let lapsedNow = state == .lapsed && frame.month.contains(end)
    return Renewal(
      proposal: state == .due || lapsedNow ? proposal(for: contract, after: end) : nil,
      contractIndex: Int32(index), endsOn: end, daysLeft: daysLeft, state: state,
      isAutomatic: state == .due && contract.autoRenew)
  }

  /// E: `ends_on`; with automatic renewal the first end of a term in or after the month, else the last term's end.
  private func end(of contract: Contract) -> Day {
    guard contract.autoRenew, contract.cancelledOn == nil else { return contract.endsOn }
    let first = frame.month.firstDay
    let terms = book.terms(of: contract, startingBy: max(first, contract.endsOn.next))
    return terms.first { $0.endsOn >= first }?.endsOn ?? terms.last?.endsOn ?? contract.endsOn
  }

  private func state(of contract: Contract, end: Day, daysLeft: Int) -> RenewalState {
    let last = frame.month.lastDay
    if contract.cancelledOn != nil { return .cancelled }
    if book.successor(of: contract) != nil { return .renewed }
    if contract.autoRenew && frame.month.contains(end) { return .autoRenewed }
    if end <= last { return .lapsed }
    if daysLeft <= frame.closing.edition.settings.renewalHorizonDays { return .due }
    return contract.startsOn > last ? .notStarted : .active
  }

  private func proposal(for contract: Contract, after end: Day) -> RenewalProposal {
    let service = contract.service == .warrantySendback ? .extendedSendback : contract.service
    let start = end.next
    let packs = service == .technicalSupport ? contract.ticketPacks : 1
    let listed = frame.ruleBook(on: start).edition.services[service]?.price
    let fee = listed.flatMap { try? $0 * packs } ?? contract.annualFee
    return RenewalProposal(
      fee: fee, service: service, startsOn: start, endsOn: start.adding(years: 1).previous)
  }

  /// `renewed_by` names no contract in the file; of no interest once the contract is cancelled.
  public func finding(of contract: Contract, line: Int) -> Finding? {
    guard contract.cancelledOn == nil, let successor = contract.renewedBy, book.contract(successor) == nil
    else { return nil }
    return Finding(
      .successorMissing, file: ExportFile.contracts.rawValue, line: line, column: "renewed_by",
      value: successor.text, key: contract.id.text)
  }
}
