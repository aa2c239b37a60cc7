import Records

/// What happened in one made-up case, whether or not an export knows of it yet; instants in seconds since 1970.
struct CaseFacts {
  var number: Int
  var contract: ContractFacts
  var receivedAt: Int
  var byPhone: Bool
  var isDisk: Bool
  var partSoldByUs: Bool
  var outcome: IsolationOutcome = .hardwareFault
  var isolatedAt: Int?
  var agreedVisitAt: Int?
  var arrivedAt: Int?
  var completedAt: Int?
  var failedPart = Leg()
  var failedPartReceivedOn: Int?
  var replacement = Leg()
  var diskRetained = false
  var partPrice: Int?

  /// One way of a send-back case; the center writes down the time of shipping, the customer only the day.
  struct Leg {
    var shippedAt: Int?
    var freight: Int?
    var collect = false
    var carrier = 0
    var trackingNumber = 0
  }
}

/// Tells the story of a case, service by service.
struct CaseStory {
  let contracts: Contracts
  let blocks: Blocks
  let timeline: Timeline

  private static let noon = 12 * 3600

  func facts(of number: Int) -> CaseFacts {
    var random = SplitMix(seed: contracts.seed, table: 6, row: number)
    let (block, offset) = blocks.place(of: number)
    let day = day(of: block, offset: offset, &random)
    let contract = contracts.forCase(receivedOn: day, block: block, &random)
    let onsite = contract.service.isOnsite
    var facts = CaseFacts(
      number: number, contract: contract, receivedAt: day * 86_400 + timeOfReception(&random),
      byPhone: random.chance(onsite ? 450 : 3), isDisk: random.chance(620), partSoldByUs: !random.chance(12))
    facts.outcome = [.hardwareFault, .noFault, .withdrawn][random.weighted([930, 45, 25])]
    isolate(&facts, &random)
    switch contract.service {
    case .standardOnsite: visitByAgreement(&facts, &random)
    case .onsite24h: visitAtOnce(&facts, &random)
    case .advanceSendback: replaceInAdvance(&facts, &random)
    case .warrantySendback, .extendedSendback: replaceAfterRepair(&facts, &random)
    case .technicalSupport: break
    }
    return facts
  }

  /// Cases come in the order of their numbers; few of them on a weekend.
  private func day(of block: Int, offset: Int, _ random: inout SplitMix) -> Int {
    let first = Block.firstDay(block)
    let last = Block.lastDay(block)
    let day = first + offset * (last - first + 1) / blocks.size(of: block)
    guard !timeline.isBusiness(day), random.chance(800) else { return day }
    let next = timeline.businessDay(day, 1)
    return next <= last ? next : day
  }

  private func timeOfReception(_ random: inout SplitMix) -> Int {
    random.chance(820) ? random.within(9 * 3600...63_000) : random.below(86_400)
  }

  /// Within a few working hours; a 24-hour case at any time.
  private func isolate(_ facts: inout CaseFacts, _ random: inout SplitMix) {
    if facts.outcome == .withdrawn {
      if random.chance(700) { facts.completedAt = facts.receivedAt + random.within(1...50) * 3600 }
      if random.chance(700) { return }
    }
    if random.chance(8) { return }
    let effort = random.within(300...4 * 3600) + (random.chance(200) ? random.below(12 * 3600) : 0)
    if facts.contract.service == .onsite24h || facts.contract.service.isOnsite && random.chance(60) {
      // A customer on site may have isolated the fault before reporting it (ON-1).
      facts.isolatedAt = facts.receivedAt + (random.chance(100) ? -random.below(2 * 3600) : effort / 2)
    } else {
      facts.isolatedAt = working(effort, after: facts.receivedAt)
    }
  }

  /// The instant after `seconds` of work in business hours.
  private func working(_ seconds: Int, after instant: Int) -> Int {
    var (day, time) = instant.quotientAndRemainder(dividingBy: 86_400)
    if !timeline.isBusiness(day) || time > 63_000 { (day, time) = (timeline.businessDay(day, 1), 32_400) }
    time = max(time, 32_400)
    var left = seconds
    while left > 63_000 - time {
      left -= 63_000 - time
      (day, time) = (timeline.businessDay(day, 1), 32_400)
    }
    return day * 86_400 + time + left
  }
}

extension CaseStory {
  /// Standard on-site: the same day when isolated early in a metro area, else as agreed with the customer.
  private func visitByAgreement(_ facts: inout CaseFacts, _ random: inout SplitMix) {
    guard facts.outcome == .hardwareFault, let isolatedAt = facts.isolatedAt else { return }
    let start = max(isolatedAt, working(0, after: facts.receivedAt))
    let day = start / 86_400
    let isMetro = facts.contract.region?.isMetro == true
    let sameDay = isMetro && timeline.isBusiness(day) && start <= day * 86_400 + 46_800
    if random.chance(sameDay ? 350 : 960) {
      let wait = (isMetro ? 1 : 2) + random.weighted([70, 20, 7, 3])
      facts.agreedVisitAt =
        timeline.businessDay(day, wait) * 86_400 + random.pick([10, 11, 13, 14, 15, 16]) * 3600
    }
    let arrival: Int
    if let agreed = facts.agreedVisitAt {
      arrival = agreed + (random.chance(920) ? -random.below(1800) : random.within(60...9000))
    } else if sameDay && random.chance(900) {
      arrival = max(start + 1200, day * 86_400 + 48_600 + random.below(6 * 3600))
    } else {
      arrival = timeline.businessDay(day, isMetro ? 1 : 2) * 86_400 + random.within(36_000...61_200)
    }
    if !random.chance(15) { finishVisit(&facts, arrival: arrival, &random) }
  }

  /// 24-hour on-site: within four hours of isolation where the area allows it.
  private func visitAtOnce(_ facts: inout CaseFacts, _ random: inout SplitMix) {
    guard facts.outcome == .hardwareFault, let isolatedAt = facts.isolatedAt else { return }
    let start = max(isolatedAt, facts.receivedAt)
    if random.chance(120) { facts.agreedVisitAt = start + random.within(4...30) * 3600 }
    let arrival: Int
    if let agreed = facts.agreedVisitAt, random.chance(930) {
      arrival = agreed - random.below(1800)
    } else {
      arrival = start + (random.chance(930) ? random.within(2700...14_400) : random.within(14_401...36_000))
    }
    if !random.chance(10) { finishVisit(&facts, arrival: arrival, &random) }
  }

  private func finishVisit(_ facts: inout CaseFacts, arrival: Int, _ random: inout SplitMix) {
    let arrivedAt = max(arrival, facts.isolatedAt ?? arrival)
    facts.arrivedAt = arrivedAt
    facts.completedAt = max(arrivedAt, facts.receivedAt) + random.within(1200...10_800)
    facts.diskRetained = facts.isDisk && (facts.contract.keepsDisks ? !random.chance(10) : random.chance(1))
  }

  /// Advance replacement: the part leaves the business day after isolation, the failed one comes back later.
  private func replaceInAdvance(_ facts: inout CaseFacts, _ random: inout SplitMix) {
    guard let isolatedAt = facts.isolatedAt, needsPart(facts, &random) else { return }
    let day = isolatedAt / 86_400
    let wait = random.weighted([60, 875, 40, 15, 10])
    let shippedAt = max(
      isolatedAt + 600,
      (wait == 0 ? day : timeline.businessDay(day, wait)) * 86_400 + random.within(36_000...64_000))
    facts.replacement = leg(shippedAt: shippedAt, collectPermille: 15, &random)
    facts.partPrice = 18_000 + 500 * random.below(200)
    facts.completedAt = shippedAt + random.within(20...90) * 3600
    guard !random.chance(25) else { return }
    let returnedOn = shippedAt / 86_400 + 2 + random.weighted([30, 25, 15, 10, 8, 5, 3, 2, 1, 1])
    facts.failedPart = leg(shippedAt: returnedOn * 86_400, collectPermille: 30, &random)
    facts.failedPartReceivedOn = returnedOn + 1 + random.below(3)
  }

  /// Return to depot: the failed part first, the maker's repair, then the replacement.
  private func replaceAfterRepair(_ facts: inout CaseFacts, _ random: inout SplitMix) {
    guard let isolatedAt = facts.isolatedAt, needsPart(facts, &random) else { return }
    let sentOn = isolatedAt / 86_400 + 1 + random.below(5)
    facts.failedPart = leg(shippedAt: sentOn * 86_400, collectPermille: 30, &random)
    guard !random.chance(10) else { return }
    let receivedOn = sentOn + 1 + random.below(3)
    facts.failedPartReceivedOn = receivedOn
    let shippedOn = timeline.businessDay(receivedOn + random.within(5...32), 1)
    facts.replacement = leg(
      shippedAt: shippedOn * 86_400 + random.within(36_000...64_000), collectPermille: 15, &random)
    facts.completedAt = shippedOn * 86_400 + random.within(20...90) * 3600
  }

  private func needsPart(_ facts: CaseFacts, _ random: inout SplitMix) -> Bool {
    facts.outcome == .hardwareFault || facts.outcome == .noFault && random.chance(200)
  }

  private func leg(shippedAt: Int, collectPermille: Int, _ random: inout SplitMix) -> CaseFacts.Leg {
    let digits = 10_000_000_000 + random.below(60_000_000_000)
    let collect = random.chance(collectPermille)
    return CaseFacts.Leg(
      shippedAt: shippedAt, freight: random.chance(4) ? nil : 880 + 110 * random.below(22), collect: collect,
      carrier: random.weighted([60, 28, 12]), trackingNumber: digits * 10 + digits % 7)
  }
}
