import Records

/// A contract of the made-up provider, as it follows from its number alone.
///
/// Contract lines return every year in the same *slot*: the same service and region,
/// and where it is renewed by a new contract the same customer, twelve blocks later.
struct ContractFacts {
  enum Renewal { case explicit, automatic, longTerm }

  var number: Int
  var customer: Int
  var service: ServiceCode
  var region: Region?
  var renewal: Renewal
  var startsOn: Int
  var endsOn: Int
  var cancelledOn: Int?
  var successor: Int?
  var fourHourArea: Bool
  var keepsDisks: Bool
  /// Ticket packs; 0 for hardware maintenance.
  var packs: Int
  var annualFee: Int?
  var topsUp: Bool

  /// In force on `day`, an automatic renewal included.
  func covers(_ day: Int) -> Bool {
    day >= startsOn && (day <= endsOn || renewal == .automatic) && day <= cancelledOn ?? .max
  }
}

/// The contracts of the made-up provider.
struct Contracts {
  let blocks: Blocks
  let seed: UInt64
  let customers: Int

  init(rows: Int, seed: UInt64) {
    blocks = Blocks(rows: rows, months: 40)
    self.seed = seed
    customers = max(1, rows / 6)
  }

  /// What all contracts of a slot have in common.
  private struct Slot {
    var customer: Int
    var service: ServiceCode
    var region: Region
    var renewal: ContractFacts.Renewal
    var dayOfMonth: Int
    var packs: Int
  }

  private static let services: [ServiceCode] = [
    .advanceSendback, .warrantySendback, .extendedSendback, .standardOnsite, .onsite24h, .technicalSupport,
  ]
  private static let regions: [Region] = [.tokyo, .nagoya, .osaka, .other, .remote]

  private func slot(block: Int, offset: Int) -> Slot {
    var random = SplitMix(seed: seed, table: 1, row: offset * 12 + block % 12)
    let service = Self.services[random.weighted([24, 12, 10, 22, 12, 20])]
    let region = Self.regions[random.weighted([48, 13, 20, 17, 2])]
    let renewals: [ContractFacts.Renewal] = [.explicit, .automatic, .longTerm]
    let renewal = renewals[random.weighted(service == .technicalSupport ? [60, 40, 0] : [40, 42, 18])]
    if renewal != .explicit {
      random = SplitMix(seed: seed, table: 10, row: blocks.start(of: block) + offset)
    }
    // Customers with low numbers have more contracts than others.
    let customer =
      random.chance(500) ? random.below(customers) : min(random.below(customers), random.below(customers))
    return Slot(
      customer: customer, service: service, region: region, renewal: renewal,
      dayOfMonth: random.chance(600) ? 1 : random.within(2...28),
      packs: service == .technicalSupport ? 1 + min(random.below(30), random.below(50)) : 0)
  }

  subscript(number: Int) -> ContractFacts {
    let (block, offset) = blocks.place(of: number)
    let slot = slot(block: block, offset: offset)
    var random = SplitMix(seed: seed, table: 2, row: number)
    let startsOn = Block.firstDay(block) + slot.dayOfMonth - 1
    let years = slot.renewal == .longTerm ? 3 : 1
    let endsOn = Block.firstDay(block + 12 * years) + slot.dayOfMonth - 2
    let follows = slot.renewal == .explicit && random.chance(850) && offset < blocks.size(of: block + 12)
    let isMetro = slot.region.isMetro
    return ContractFacts(
      number: number, customer: slot.customer, service: slot.service,
      region: slot.service.isMaintenance ? slot.region : nil, renewal: slot.renewal, startsOn: startsOn,
      endsOn: endsOn, cancelledOn: random.chance(15) ? startsOn + random.below(endsOn - startsOn) : nil,
      successor: follows ? blocks.start(of: block + 12) + offset : nil,
      fourHourArea: slot.service == .onsite24h && random.chance(isMetro ? 950 : 300),
      keepsDisks: slot.service.isOnsite && random.chance(250), packs: slot.packs,
      annualFee: annualFee(of: slot.service, &random),
      topsUp: slot.packs > 0 && random.chance(300))
  }

  /// Technical support mostly has the catalogue's price.
  private func annualFee(of service: ServiceCode, _ random: inout SplitMix) -> Int? {
    switch service {
    case .technicalSupport: nil
    case .onsite24h: 120_000 + 6_000 * random.below(40)
    case .standardOnsite: 60_000 + 3_000 * random.below(40)
    case .advanceSendback, .warrantySendback, .extendedSendback: 18_000 + 1_500 * random.below(40)
    }
  }

  /// A maintenance contract for a case received on `day` of `block`; in three of a hundred it need not cover it.
  func forCase(receivedOn day: Int, block: Int, _ random: inout SplitMix) -> ContractFacts {
    let acceptsAny = random.chance(30)
    while true {
      var contract = self[anyNumber(from: block - 26, through: block, &random)]
      guard contract.service.isMaintenance else { continue }
      while !acceptsAny, !contract.covers(day), contract.startsOn <= day, let next = contract.successor {
        contract = self[next]
      }
      if acceptsAny || contract.covers(day) { return contract }
    }
  }

  private func anyNumber(from first: Int, through last: Int, _ random: inout SplitMix) -> Int {
    let start = blocks.start(of: first)
    return start + random.below(blocks.start(of: last + 1) - start)
  }
}
