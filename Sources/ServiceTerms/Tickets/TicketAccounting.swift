public import Records

/// Draws the inquiries of a month on the customers' packs (チケット計算).
///
/// Draws that an earlier close posted stand; the others are drawn in the order (received_at, usage_id).
///
/// > Terms: TS-6, TS-7, TS-8, TS-9
public struct TicketAccounting {
  private let frame: MonthFrame
  private let inquiries: Export<TicketUse>
  private let closed: ClosedMonths
  private let cover: MaintenanceCover
  private var register: PackRegister
  private var accounts = TicketAccounts()

  private init(frame: MonthFrame, book: ContractBook, inquiries: Export<TicketUse>, closed: ClosedMonths) {
    self.frame = frame
    self.inquiries = inquiries
    self.closed = closed
    cover = MaintenanceCover(book: book)
    register = PackRegister(frame: frame, book: book, closed: closed)
  }

  public static func accounts(
    frame: MonthFrame, book: ContractBook, inquiries: Export<TicketUse>, closed: ClosedMonths
  ) throws(CalendarFault) -> TicketAccounts {
    var accounting = TicketAccounting(frame: frame, book: book, inquiries: inquiries, closed: closed)
    return try accounting.run()
  }

  private mutating func run() throws(CalendarFault) -> TicketAccounts {
    var pending: [Int32] = []
    try takeExported(&pending)
    takeLedgerOnly(&pending)
    sortByReception(&pending)
    for position in pending { draw(Int(position)) }
    accounts.packs = register.packs
    warnUnfunded()
    sortByID()
    return accounts
  }

  // MARK: What stands, and what is still to be drawn

  private mutating func takeExported(_ pending: inout [Int32]) throws(CalendarFault) {
    let posted = Dictionary(
      closed.inquiries.enumerated().map { ($1.facts.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    accounts.draws.reserveCapacity(inquiries.rows.count)
    for index in inquiries.rows.indices {
      let inquiry = inquiries.rows[index]
      guard frame.happened(inquiry.receivedAt) != nil else { continue }
      warnAboutChannel(inquiry, at: index)
      var draw = TicketDraw(
        source: .export(Int32(index)), state: .drawn, tickets: 0, isPosted: false,
        responseMinutes: try responseMinutes(of: inquiry))
      let earlier = posted[inquiry.id].map { closed.inquiries[Int($0)] }
      if let earlier, earlier.state != .unfunded, earlier.facts.isSame(as: inquiry) {
        keep(earlier, in: &draw)
      } else {
        if let earlier, !earlier.facts.isSame(as: inquiry) { warn(.postedUsageChanged, inquiry, at: index) }
        if assess(PostedInquiry.Facts(inquiry), &draw) { pending.append(Int32(accounts.draws.count)) }
      }
      accounts.draws.append(draw)
    }
  }

  /// What only the ledger has: it stays as it was posted, and unfunded inquiries are taken up again.
  private mutating func takeLedgerOnly(_ pending: inout [Int32]) {
    guard !closed.inquiries.isEmpty else { return }
    let exported = Set(inquiries.rows.lazy.map(\.id))
    for (index, posted) in closed.inquiries.enumerated() where !exported.contains(posted.facts.id) {
      var draw = TicketDraw(source: .ledger(Int32(index)), state: posted.state, tickets: 0, isPosted: false)
      if posted.state != .unfunded {
        keep(posted, in: &draw)
      } else if assess(posted.facts, &draw) {
        pending.append(Int32(accounts.draws.count))
      }
      accounts.draws.append(draw)
    }
  }

  private mutating func keep(_ posted: PostedInquiry, in draw: inout TicketDraw) {
    draw.isPosted = true
    draw.state = posted.state
    let shares = posted.shares.compactMap { share in
      register.position(of: share, customer: posted.facts.customer, on: posted.facts.receivedAt.day)
        .map { DrawnShare(pack: $0, tickets: Int16(clamping: share.tickets)) }
    }
    draw.tickets = Int16(clamping: posted.shares.reduce(0) { $0 + $1.tickets })
    record(shares, in: &draw)
  }

  /// Sets what the inquiry asks for; true when tickets must be drawn for it.
  private func assess(_ facts: PostedInquiry.Facts, _ draw: inout TicketDraw) -> Bool {
    let day = facts.receivedAt.day
    if facts.category == .hardwareIsolation, cover.isInForce(for: facts.customer, on: day) {
      draw.state = .free
      return false
    }
    let own = frame.ruleBook(on: day).edition.settings.ownMaintainerKeys
    if !facts.maintainerKey.isEmpty && !own.contains(facts.maintainerKey) {
      draw.state = .outOfScope
      return false
    }
    draw.state = .drawn
    draw.tickets = Int16(clamping: facts.tickets)
    return facts.tickets > 0
  }

  // MARK: Drawing

  private mutating func draw(_ position: Int) {
    var draw = accounts.draws[position]
    let facts = facts(of: draw)
    let day = facts.receivedAt.day
    var packs = register.inForce(for: facts.customer, on: day)
    var missing = Int(draw.tickets) - packs.reduce(0) { $0 + max(0, register.left($1)) }
    if missing > 0 {
      guard packs.contains(where: { register.packs[Int($0)].autoTopUp }) else {
        draw.state = .unfunded
        accounts.draws[position] = draw
        return
      }
      while missing > 0 { missing -= topUp(for: facts, on: day) }
      packs = register.inForce(for: facts.customer, on: day)
    }
    var asked = Int(draw.tickets)
    var shares: [DrawnShare] = []
    for pack in packs where asked > 0 && register.left(pack) > 0 {
      let taken = min(asked, register.left(pack))
      shares.append(DrawnShare(pack: pack, tickets: Int16(clamping: taken)))
      asked -= taken
    }
    record(shares, in: &draw)
    accounts.draws[position] = draw
  }

  private mutating func record(_ shares: [DrawnShare], in draw: inout TicketDraw) {
    draw.firstShare = Int32(accounts.shares.count)
    draw.shareCount = Int16(shares.count)
    accounts.shares.append(contentsOf: shares)
    for share in shares { register.use(Int(share.tickets), of: share.pack) }
  }

  /// Sells one more pack as of `day`, under the first free id of `OVR-<usage_id>`, `OVR-<usage_id>-2` ...; returns its tickets.
  private mutating func topUp(for facts: PostedInquiry.Facts, on day: Day) -> Int {
    let edition = frame.ruleBook(on: day).edition
    var contract = Identifier("OVR-\(facts.id)")
    var number = 2
    while register.has(contract, startingOn: day) {
      contract = Identifier("OVR-\(facts.id)-\(number)")
      number += 1
    }
    let end = day.adding(years: 1).previous
    register.add(
      TicketPack(
        contract: contract, customer: facts.customer, startsOn: day, endsOn: end, lastDay: end,
        granted: edition.targets.ticketsPerPack, price: edition.services[.technicalSupport]?.price,
        autoTopUp: true, isTopUp: true))
    return edition.targets.ticketsPerPack
  }

  // MARK: Facts, order, warnings

  private func facts(of draw: TicketDraw) -> PostedInquiry.Facts {
    switch draw.source {
    case .export(let index): PostedInquiry.Facts(inquiries.rows[Int(index)])
    case .ledger(let index): closed.inquiries[Int(index)].facts
    }
  }

  private func id(of draw: TicketDraw) -> Identifier {
    switch draw.source {
    case .export(let index): inquiries.rows[Int(index)].id
    case .ledger(let index): closed.inquiries[Int(index)].facts.id
    }
  }

  private func receivedAt(_ position: Int32) -> JSTInstant {
    switch accounts.draws[Int(position)].source {
    case .export(let index): inquiries.rows[Int(index)].receivedAt
    case .ledger(let index): closed.inquiries[Int(index)].facts.receivedAt
    }
  }

  private func sortByReception(_ pending: inout [Int32]) {
    var keyed = pending.map { (receivedAt($0), $0) }
    keyed.sort { left, right in
      left.0 == right.0
        ? id(of: accounts.draws[Int(left.1)]) < id(of: accounts.draws[Int(right.1)]) : left.0 < right.0
    }
    pending = keyed.map(\.1)
  }

  private mutating func sortByID() {
    let draws = accounts.draws
    accounts.draws = draws.sortedUnlessSorted { id(of: $0) < id(of: $1) }
  }

  private func responseMinutes(of inquiry: TicketUse) throws(CalendarFault) -> Int32? {
    guard let answered = frame.happened(inquiry.answeredAt) else { return nil }
    let rules = frame.ruleBook(on: inquiry.receivedAt.day)
    let effective = try rules.calendar.effectiveReception(
      inquiry.receivedAt, rules.reception(of: .technicalSupport))
    guard answered > effective else { return 0 }
    return Int32(clamping: try rules.calendar.businessMinutes(from: effective, to: answered))
  }

  private mutating func warnAboutChannel(_ inquiry: TicketUse, at index: Int) {
    let entry = frame.ruleBook(on: inquiry.receivedAt.day).edition.services[.technicalSupport]
    guard let entry, !entry.channels.contains(inquiry.channel) else { return }
    warn(.channelNotAccepted, inquiry, at: index, column: "channel", value: inquiry.channel.rawValue)
  }

  private mutating func warnUnfunded() {
    for draw in accounts.draws where draw.state == .unfunded {
      switch draw.source {
      case .export(let index):
        let inquiry = inquiries.rows[Int(index)]
        warn(.noTicketPack, inquiry, at: Int(index), column: "tickets", value: String(inquiry.tickets))
      case .ledger(let index):
        let facts = closed.inquiries[Int(index)].facts
        accounts.findings.append(
          Finding(.noTicketPack, column: "tickets", value: String(facts.tickets), key: facts.id.text))
      }
    }
  }

  private mutating func warn(
    _ code: FindingCode, _ inquiry: TicketUse, at index: Int, column: String = "", value: String = ""
  ) {
    accounts.findings.append(
      Finding(
        code, file: ExportFile.ticketUsage.rawValue, line: Int(inquiries.lines[index]), column: column,
        value: value, key: inquiry.id.text))
  }
}

extension PostedInquiry.Facts {
  init(_ inquiry: TicketUse) {
    self.init(
      id: inquiry.id, customer: inquiry.customer, receivedAt: inquiry.receivedAt, category: inquiry.category,
      maintainerKey: inquiry.maintainerKey, tickets: Int(inquiry.tickets))
  }

  /// Whether nothing changed for which a posted draw would be given back.
  func isSame(as inquiry: TicketUse) -> Bool {
    customer == inquiry.customer && category == inquiry.category && maintainerKey == inquiry.maintainerKey
      && tickets == Int(inquiry.tickets)
  }
}
