public import Records

/// Explains a month's results (説明): each case, inquiry and contract by its id.
public struct Explainer: Sendable {
  let rules: MonthRules
  let result: MonthResult

  /// `result` is what `rules` gave.
  public init(rules: MonthRules, result: MonthResult) {
    self.rules = rules
    self.result = result
  }

  /// Everything that goes by `id`: a case, an inquiry and a contract may share it; empty where nothing does.
  public func explanations(of id: Identifier) throws(CalendarFault) -> [Explanation] {
    [try supportCase(id), try inquiry(id), contract(id)].compactMap { $0 }
  }

  public func supportCase(_ id: Identifier) throws(CalendarFault) -> Explanation? {
    let cases = rules.exports.cases.rows
    guard let index = cases.firstIndex(where: { $0.id == id }) else { return nil }
    guard let outcome = result.outcomes.first(where: { $0.caseIndex == index }) else {
      return explanation(.supportCase, id, [afterMonth(cases[index].receivedAt)])
    }
    let steps = try CaseExplanation(
      frame: rules.frame, book: rules.book, closed: rules.closed, supportCase: cases[index],
      outcome: outcome, legs: result.legs.filter { $0.caseIndex == index },
      unreturned: result.unreturned.first { $0.caseIndex == index },
      keptDisk: result.keptDisks.first { $0.caseIndex == index }
    ).steps()
    return explanation(.supportCase, id, steps)
  }

  public func inquiry(_ id: Identifier) throws(CalendarFault) -> Explanation? {
    let inquiries = Inquiries(exported: rules.exports.inquiries, posted: rules.closed.inquiries)
    let exported = rules.exports.inquiries.rows.first { $0.id == id }
    guard let draw = result.tickets.draws.first(where: { inquiries.id(of: $0.source) == id }) else {
      return exported.map { explanation(.inquiry, id, [afterMonth($0.receivedAt)]) }
    }
    let steps = try InquiryExplanation(
      frame: rules.frame, book: rules.book, accounts: result.tickets, draw: draw,
      facts: inquiries.facts(of: draw.source), inquiry: exported
    ).steps()
    return explanation(.inquiry, id, steps)
  }

  public func contract(_ id: Identifier) -> Explanation? {
    guard let index = rules.book.index(of: id),
      let renewal = result.renewals.first(where: { $0.contractIndex == index })
    else { return nil }
    let steps = ContractExplanation(
      frame: rules.frame, book: rules.book, closed: rules.closed,
      contract: rules.book.contracts[Int(index)], renewal: renewal,
      packs: result.packs.filter { $0.pack.contract == id }
    ).steps()
    return explanation(.contract, id, steps)
  }

  private func afterMonth(_ received: JSTInstant) -> Step {
    Step(
      .receivedAfterMonth, nil,
      [.received: .instant(received), .asOf: .deadline(.endOf(rules.frame.month.lastDay))])
  }

  private func explanation(_ subject: Explanation.Subject, _ id: Identifier, _ steps: [Step]) -> Explanation {
    Explanation(subject: subject, id: id, month: rules.frame.month, steps: steps)
  }
}
