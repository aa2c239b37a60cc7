import Records

/// The steps that led to what an inquiry cost (問い合わせの説明).
struct InquiryExplanation {
  let frame: MonthFrame
  let book: ContractBook
  let accounts: TicketAccounts
  let draw: TicketDraw
  let facts: PostedInquiry.Facts
  /// Nil where only the ledger still has the inquiry.
  let inquiry: TicketUse?

  private var day: Day { facts.receivedAt.day }
  private var rules: RuleBook { frame.ruleBook(on: day) }

  func steps() throws(CalendarFault) -> [Step] {
    var values: [StepParameter: StepValue] = [
      .customer: .text(facts.customer.text), .category: .category(facts.category),
    ]
    if let subject = inquiry?.subject { values[.subject] = .text(subject) }
    var steps = [Step(.inquiry, .ts1, values), try receptionStep()]
    if inquiry == nil { steps.append(Step(.inquiryFromLedger)) }
    if let inquiry, !rules.accepts(inquiry.channel, for: .technicalSupport) {
      steps.append(Step(.channelNotAccepted, .ts1, [.channel: .channel(inquiry.channel)]))
    }
    return steps + costSteps() + drawSteps() + responseSteps()
  }

  private func receptionStep() throws(CalendarFault) -> Step {
    let reception = rules.reception(of: .technicalSupport)
    let effective = try rules.calendar.effectiveReception(facts.receivedAt, reception)
    return try Step.reception(
      of: facts.receivedAt, effective: effective, reception, calendar: rules.calendar, clause: .ts1,
      late: .ts5)
  }

  // MARK: Whether it costs tickets

  private func costSteps() -> [Step] {
    let day = StepValue.day(day)
    switch draw.state {
    case .free where draw.isPosted: return [Step(.freeAsPosted, .ts6)]
    case .free:
      let covering = book.contracts.filter { isCovering($0) }.map(\.id).sorted().map(\.text)
      return [
        Step(.freeIsolation, .ts6, [.day: day, .contract: .text(covering.joined(separator: ", "))])
      ]
    case .outOfScope: return [Step(.outOfScope, .ts8, [.maintainer: .text(maintainer)])]
    case .drawn, .unfunded:
      var steps: [Step] = []
      if facts.category == .hardwareIsolation && !draw.isPosted {
        steps.append(Step(.isolationWithoutCover, .ts6, [.day: day]))
      }
      steps.append(Step(.inScope, .ts8, [.maintainer: .text(maintainer)]))
      steps.append(Step(.ticketsAsked, .ts7, [.tickets: .number(Int(draw.tickets))]))
      return steps
    }
  }

  private var maintainer: String { inquiry.map { $0.maintainer?.name ?? "" } ?? facts.maintainerKey }

  private func isCovering(_ contract: Contract) -> Bool {
    guard contract.customer == facts.customer, contract.service.isMaintenance, contract.startsOn <= day else {
      return false
    }
    return day <= book.lastDayInForce(of: contract) ?? day
  }

  // MARK: What it drew

  private func drawSteps() -> [Step] {
    switch draw.state {
    case .free, .outOfScope: []
    case .unfunded:
      [
        Step(
          packsInForce.isEmpty ? .noPackInForce : .packsDoNotCover, .ts9,
          [.day: .day(day), .tickets: .number(Int(draw.tickets))])
      ]
    case .drawn:
      draw.isPosted
        ? [Step(.drawPosted)] + accounts.shares(of: draw).map(drawnStep)
        : usedUpSteps() + accounts.shares(of: draw).flatMap { toppedUpSteps($0) + [drawnStep($0)] }
    }
  }

  /// The positions of the customer's packs on the inquiry's day, without those that it caused itself.
  private var packsInForce: [Int32] {
    accounts.packs.indices
      .filter {
        let pack = accounts.packs[$0]
        return pack.customer == facts.customer && pack.isInForce(on: day) && !isOwnTopUp(pack)
      }
      .sorted { TicketPack.isDrawnBefore(accounts.packs[$0], accounts.packs[$1]) }
      .map { Int32($0) }
  }

  private func isOwnTopUp(_ pack: TicketPack) -> Bool {
    let name = "OVR-\(facts.id)"
    return pack.isTopUp && pack.startsOn == day
      && (pack.contract.text == name || pack.contract.text.hasPrefix(name + "-"))
  }

  /// The packs that stood before the first one that gave something, and had nothing left.
  private func usedUpSteps() -> [Step] {
    let drawn = Set(accounts.shares(of: draw).map(\.pack))
    let needsMore = accounts.shares(of: draw).contains { isOwnTopUp(accounts.packs[Int($0.pack)]) }
    let packs = packsInForce
    let last = needsMore ? packs.count : (packs.lastIndex(where: drawn.contains) ?? 0)
    return packs.prefix(last).filter { !drawn.contains($0) }.map {
      let pack = accounts.packs[Int($0)]
      return Step(.packUsedUp, .ts9, [.contract: .text(pack.contract.text), .last: .day(pack.lastDay)])
    }
  }

  private func toppedUpSteps(_ share: DrawnShare) -> [Step] {
    let pack = accounts.packs[Int(share.pack)]
    guard isOwnTopUp(pack) else { return [] }
    var values: [StepParameter: StepValue] = [
      .contract: .text(pack.contract.text), .start: .day(pack.startsOn), .end: .day(pack.endsOn),
    ]
    if let price = pack.price { values[.price] = .yen(price) }
    return [Step(.toppedUp, .ts9, values)]
  }

  private func drawnStep(_ share: DrawnShare) -> Step {
    let pack = accounts.packs[Int(share.pack)]
    return Step(
      .drawnFrom, .ts9,
      [
        .contract: .text(pack.contract.text), .start: .day(pack.startsOn), .last: .day(pack.lastDay),
        .tickets: .number(Int(share.tickets)),
      ])
  }

  private func responseSteps() -> [Step] {
    guard let inquiry else { return [] }
    guard let answered = frame.happened(inquiry.answeredAt), let minutes = draw.responseMinutes else {
      return [Step(.unanswered, .ts3, [.asOf: .deadline(.endOf(frame.month.lastDay))])]
    }
    return [
      Step(
        .answered, .ts3, [.answered: .instant(answered), .minutes: .businessMinutes(Int(minutes))])
    ]
  }
}
