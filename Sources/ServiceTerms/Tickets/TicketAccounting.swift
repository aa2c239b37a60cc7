public import Records

/// Draws the inquiries of a month on the customers' packs (チケット計算).
///
/// Draws that an earlier close posted stand; the others are drawn in the order (received_at, usage_id).
///
/// > Terms: TS-6, TS-7, TS-8, TS-9
public struct TicketAccounting {
  private let frame: MonthFrame
  private let inquiries: Inquiries
  private let warnings: InquiryWarnings
  private let assessment: InquiryAssessment
  private var register: PackRegister
  private var accounts = TicketAccounts()
  /// The positions of the draws that are still to be made.
  private var pending: [Int32] = []

  private init(frame: MonthFrame, book: ContractBook, inquiries: Export<TicketUse>, closed: ClosedMonths) {
    self.frame = frame
    self.inquiries = Inquiries(exported: inquiries, posted: closed.inquiries)
    warnings = InquiryWarnings(frame: frame, inquiries: self.inquiries)
    assessment = InquiryAssessment(frame: frame, cover: MaintenanceCover(book: book))
    register = PackRegister(frame: frame, book: book, closed: closed)
  }

  public static func accounts(
    frame: MonthFrame, book: ContractBook, inquiries: Export<TicketUse>, closed: ClosedMonths
  ) throws(CalendarFault) -> TicketAccounts {
    var accounting = TicketAccounting(frame: frame, book: book, inquiries: inquiries, closed: closed)
    return try accounting.run()
  }

  private mutating func run() throws(CalendarFault) -> TicketAccounts {
    try takeExported()
    takeLedgerOnly()
    for position in pendingByReception() { draw(Int(position)) }
    for draw in accounts.draws where draw.state == .unfunded {
      accounts.findings.append(warnings.aboutMissingPack(of: draw.source))
    }
    accounts.packs = register.packs
    accounts.draws = accounts.draws.sortedUnlessSorted { [inquiries] in
      inquiries.id(of: $0.source) < inquiries.id(of: $1.source)
    }
    return accounts
  }

  // MARK: What stands, and what is still to be drawn

  private mutating func takeExported() throws(CalendarFault) {
    let posted = Dictionary(
      inquiries.posted.enumerated().map { ($1.facts.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = inquiries.exported.rows
    accounts.draws.reserveCapacity(rows.count)
    for index in rows.indices {
      guard frame.happened(rows[index].receivedAt) != nil else { continue }
      if let finding = warnings.aboutChannel(of: index) { accounts.findings.append(finding) }
      // Without books nothing is looked up.
      var earlier = posted.isEmpty ? nil : posted[rows[index].id].map { inquiries.posted[$0] }
      if let known = earlier, !known.facts.isSame(as: rows[index]) {
        accounts.findings.append(warnings.aboutChange(of: index))
        earlier = nil
      }
      take(.export(Int32(index)), posted: earlier, responseMinutes: try responseMinutes(of: rows[index]))
    }
  }

  /// What only the ledger has: it stays as it was posted, and unfunded inquiries are taken up again.
  private mutating func takeLedgerOnly() {
    guard !inquiries.posted.isEmpty else { return }
    let exported = Set(inquiries.exported.rows.lazy.map(\.id))
    for (index, posted) in inquiries.posted.enumerated() where !exported.contains(posted.facts.id) {
      take(.ledger(Int32(index)), posted: posted, responseMinutes: nil)
    }
  }

  /// Keeps the draw that was posted where it can stand, else puts the inquiry among those to be drawn.
  private mutating func take(_ source: TicketDraw.Source, posted: PostedInquiry?, responseMinutes: Int32?) {
    var draw = TicketDraw(
      source: source, state: .drawn, tickets: 0, isPosted: false, responseMinutes: responseMinutes)
    if let posted, posted.state != .unfunded, let shares = standingShares(of: posted) {
      draw.isPosted = true
      draw.state = posted.state
      draw.tickets = Int16(clamping: posted.shares.reduce(0) { $0 + $1.tickets })
      record(shares, in: &draw)
    } else {
      let facts = inquiries.facts(of: source)
      draw.state = assessment.state(of: facts)
      if draw.state == .drawn { draw.tickets = Int16(clamping: facts.tickets) }
      if draw.tickets > 0 { pending.append(Int32(accounts.draws.count)) }
    }
    accounts.draws.append(draw)
  }

  /// The shares of a posted draw on the packs as they stand now; nil where one of its packs no longer exists.
  private func standingShares(of posted: PostedInquiry) -> [DrawnShare]? {
    var shares: [DrawnShare] = []
    for share in posted.shares {
      guard
        let pack = register.position(
          of: share, customer: posted.facts.customer, on: posted.facts.receivedAt.day)
      else { return nil }
      shares.append(DrawnShare(pack: pack, tickets: Int16(clamping: share.tickets)))
    }
    return shares
  }

  // MARK: Drawing

  private mutating func draw(_ position: Int) {
    var draw = accounts.draws[position]
    let facts = inquiries.facts(of: draw.source)
    var packs = register.inForce(for: facts.customer, on: facts.receivedAt.day)
    let missing = Int(draw.tickets) - packs.reduce(0) { $0 + register.left($1) }
    if missing > 0 {
      if packs.contains(where: { register.packs[Int($0)].autoTopUp }) {
        packs += topUp(by: missing, for: facts)
      } else {
        draw.state = .unfunded
      }
    }
    if draw.state == .drawn { record(shares(of: Int(draw.tickets), from: packs), in: &draw) }
    accounts.draws[position] = draw
  }

  /// `tickets` taken from `packs` in their order, as far as they have any left.
  private func shares(of tickets: Int, from packs: [Int32]) -> [DrawnShare] {
    var asked = tickets
    var shares: [DrawnShare] = []
    for pack in packs {
      let taken = min(asked, register.left(pack))
      guard taken > 0 else { continue }
      shares.append(DrawnShare(pack: pack, tickets: Int16(clamping: taken)))
      asked -= taken
    }
    return shares
  }

  private mutating func record(_ shares: [DrawnShare], in draw: inout TicketDraw) {
    draw.firstShare = Int32(accounts.shares.count)
    draw.shareCount = Int16(shares.count)
    accounts.shares.append(contentsOf: shares)
    for share in shares { register.use(Int(share.tickets), of: share.pack) }
  }

  /// Sells packs as of the inquiry's day until they hold `missing` tickets (自動追加).
  ///
  /// They are called `OVR-<usage_id>`, then `OVR-<usage_id>-2` ...; a name that the day already has is passed over.
  private mutating func topUp(by missing: Int, for facts: PostedInquiry.Facts) -> [Int32] {
    let day = facts.receivedAt.day
    let edition = frame.ruleBook(on: day).edition
    let end = day.adding(years: 1).previous
    var sold: [Int32] = []
    var number = 1
    while sold.count * edition.targets.ticketsPerPack < missing {
      let contract = Identifier(number == 1 ? "OVR-\(facts.id)" : "OVR-\(facts.id)-\(number)")
      number += 1
      guard !register.has(contract, startingOn: day) else { continue }
      let pack = TicketPack(
        contract: contract, customer: facts.customer, startsOn: day, endsOn: end, lastDay: end,
        granted: edition.targets.ticketsPerPack, price: edition.services[.technicalSupport]?.price,
        autoTopUp: true, origin: .topUp)
      sold.append(register.add(pack))
    }
    return sold
  }

  // MARK: Order and response

  private func pendingByReception() -> [Int32] {
    let keyed = pending.map { (at: inquiries.receivedAt(accounts.draws[Int($0)].source), position: $0) }
    let sorted = keyed.sortedUnlessSorted { left, right in
      guard left.at == right.at else { return left.at < right.at }
      return id(at: left.position) < id(at: right.position)
    }
    return sorted.map(\.position)
  }

  private func id(at position: Int32) -> Identifier { inquiries.id(of: accounts.draws[Int(position)].source) }

  /// From effective reception to the answer, in business minutes; nil while unanswered.
  ///
  /// > Terms: TS-3, TS-5
  private func responseMinutes(of inquiry: TicketUse) throws(CalendarFault) -> Int32? {
    guard let answered = frame.happened(inquiry.answeredAt) else { return nil }
    let rules = frame.ruleBook(on: inquiry.receivedAt.day)
    let effective = try rules.calendar.effectiveReception(
      inquiry.receivedAt, rules.reception(of: .technicalSupport))
    return Int32(clamping: try rules.calendar.businessMinutes(from: effective, to: answered))
  }
}
