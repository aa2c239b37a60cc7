import Records

/// The packs on which a month's inquiries may draw: from the contracts, and from the ledger what they no longer say.
///
/// > Terms: TS-9
struct PackRegister {
  private(set) var packs: [TicketPack] = []
  /// The place of each customer that has a pack.
  private var places: [Identifier: Int32] = [:]
  /// At each customer's place, its packs in the order in which they are drawn on.
  private var owned: [[Int32]] = []
  private var byContract: [Identifier: [Int32]] = [:]

  init(frame: MonthFrame, book: ContractBook, closed: ClosedMonths) {
    for contract in book.contracts where contract.service == .technicalSupport {
      for term in book.terms(of: contract, startingBy: frame.month.lastDay) {
        guard term.startsOn <= frame.month.lastDay, let pack = contract.pack(of: term, frame: frame) else {
          continue
        }
        add(pack)
      }
    }
    for pack in closed.packs where keeps(pack, book: book) {
      var unused = pack
      unused.used = 0
      add(unused)
    }
  }

  /// Whether a posted pack that the contracts do not state any more stays.
  ///
  /// A top-up pack stays, since an inquiry and not a row stands behind it; so does a pack whose contract is not in the
  /// file, and one that began as an automatic renewal on a day that its row has been extended to cover.
  private func keeps(_ pack: TicketPack, book: ContractBook) -> Bool {
    guard !has(pack.contract, startingOn: pack.startsOn) else { return false }
    guard !pack.isTopUp, let contract = book.contract(pack.contract) else { return true }
    return pack.origin == .renewal && contract.service == .technicalSupport
      && contract.startsOn < pack.startsOn && pack.startsOn <= contract.endsOn
      && pack.startsOn <= contract.cancelledOn ?? contract.endsOn
  }

  @discardableResult
  mutating func add(_ pack: TicketPack) -> Int32 {
    let position = Int32(packs.count)
    packs.append(pack)
    byContract[pack.contract, default: []].append(position)
    if places[pack.customer] == nil {
      places[pack.customer] = Int32(owned.count)
      owned.append([])
    }
    if let place = place(of: pack.customer) {
      let later = owned[place].firstIndex { TicketPack.isDrawnBefore(pack, packs[Int($0)]) }
      owned[place].insert(position, at: later ?? owned[place].endIndex)
    }
    return position
  }

  /// Where the packs of `customer` stand; nil for a customer that has none.
  func place(of customer: Identifier) -> Int? { places[customer].map { Int($0) } }

  /// The packs at a customer's place in force on `day`, in the order in which they are drawn on.
  func inForce(at place: Int, on day: Day) -> [Int32] {
    owned[place].filter { packs[Int($0)].isInForce(on: day) }
  }

  func has(_ contract: Identifier, startingOn day: Day) -> Bool {
    position(of: contract) { $0.startsOn == day } != nil
  }

  private func position(of contract: Identifier, where isMeant: (TicketPack) -> Bool) -> Int32? {
    byContract[contract]?.first { isMeant(packs[Int($0)]) }
  }

  /// Where a posted share stands now: on its own term, or where the term was corrected on the contract's pack whose term
  /// has the inquiry's day, also when it was cancelled since or has another customer; nil where there is none any more.
  func position(of share: PackShare, on day: Day) -> Int32? {
    position(of: share.contract) { $0.startsOn == share.startsOn }
      ?? position(of: share.contract) { $0.startsOn <= day && day <= $0.endsOn }
  }

  /// Never negative: a pack that was corrected downward may have given more than it has.
  func left(_ position: Int32) -> Int { max(0, packs[Int(position)].granted - packs[Int(position)].used) }

  mutating func use(_ tickets: Int, of position: Int32) { packs[Int(position)].used += tickets }
}

extension Contract {
  /// The pack of one term of a technical support contract; nil where the contract was cancelled before the term began.
  func pack(of term: ContractTerm, frame: MonthFrame) -> TicketPack? {
    if let cancelledOn, cancelledOn < term.startsOn { return nil }
    let edition = frame.ruleBook(on: term.startsOn).edition
    let listed = edition.services[.technicalSupport]?.price
    return TicketPack(
      contract: id, customer: customer, startsOn: term.startsOn, endsOn: term.endsOn,
      lastDay: min(term.endsOn, cancelledOn ?? term.endsOn),
      granted: edition.targets.ticketsPerPack * ticketPacks,
      price: annualFee ?? listed.flatMap { try? $0 * ticketPacks }, autoTopUp: autoTopUp,
      origin: term.isAutomatic ? .renewal : .contract)
  }
}
