import Billing
import Records
import ServiceTerms

/// Packs and inquiries: what is new or has changed since the last close.
extension ChainWriter {
  /// A pack is kept as soon as it exists, also one from before the books opened; one that no longer exists is withdrawn.
  mutating func postPacks(_ post: MonthToPost) throws {
    let known = Dictionary(
      post.closed.packs.map { (PackKey($0), $0) }, uniquingKeysWith: { first, _ in first })
    let existing = Set(post.input.result.packs.map { PackKey($0.pack) })
    let changed = post.input.result.packs.map(\.pack).filter { known[PackKey($0)]?.isSame(as: $0) != true }
    let withdrawn = post.closed.packs.filter { !existing.contains(PackKey($0)) }
    let rows = (changed.map { ($0, false) } + withdrawn.map { ($0, true) }).sorted {
      PackKey($0.0) < PackKey($1.0)
    }
    try insert(into: .packs) { insert in
      for (pack, isWithdrawn) in rows {
        try insert { $0.fill(pack, in: post.month, isWithdrawn: isWithdrawn) }
      }
    }
  }

  /// Inquiries that no earlier close posted as they are now, with what they drew.
  mutating func postInquiries(_ post: MonthToPost) throws {
    let tickets = post.input.result.tickets
    let waiting = Dictionary(
      post.closed.inquiries.lazy.filter { $0.state == .unfunded }.map { ($0.facts.id, $0.facts) },
      uniquingKeysWith: { first, _ in first })
    let fresh = tickets.draws.filter { draw in
      guard !draw.isPosted else { return false }
      guard draw.state == .unfunded, !waiting.isEmpty else { return true }
      let facts = post.facts(of: draw)
      return waiting[facts.id] != facts
    }
    try insert(into: .inquiries) { insert in
      for draw in fresh {
        let facts = post.facts(of: draw)
        try insert { $0.fill(facts, draw.state, in: post.month) }
      }
    }
    let starts = tickets.packs.map(\.startsOn.description)
    try insert(into: .draws) { insert in
      for draw in fresh {
        let id = post.id(of: draw)
        for (position, share) in tickets.shares(of: draw).enumerated() {
          let pack = Int(share.pack)
          try insert { row in
            row.id(id)
            row.month(post.month)
            row.integer(position + 1)
            row.id(tickets.packs[pack].contract)
            row.text(starts[pack])
            row.integer(Int(share.tickets))
          }
        }
      }
    }
  }
}

private struct PackKey: Hashable, Comparable {
  var contract: Identifier
  var startsOn: Day

  init(_ pack: TicketPack) {
    contract = pack.contract
    startsOn = pack.startsOn
  }

  static func < (left: PackKey, right: PackKey) -> Bool {
    (left.contract, left.startsOn) < (right.contract, right.startsOn)
  }
}

extension TicketPack {
  /// But for what was used of it.
  fileprivate func isSame(as other: TicketPack) -> Bool {
    var other = other
    other.used = used
    return self == other
  }
}

extension MonthToPost {
  fileprivate func id(of draw: TicketDraw) -> Identifier {
    switch draw.source {
    case .export(let index): input.exports.inquiries.rows[Int(index)].id
    case .ledger(let index): closed.inquiries[Int(index)].facts.id
    }
  }

  fileprivate func facts(of draw: TicketDraw) -> PostedInquiry.Facts {
    switch draw.source {
    case .ledger(let index): closed.inquiries[Int(index)].facts
    case .export(let index): PostedInquiry.Facts(input.exports.inquiries.rows[Int(index)])
    }
  }
}

extension RowImage {
  fileprivate mutating func fill(_ facts: PostedInquiry.Facts, _ state: DrawState, in month: BillingMonth) {
    id(facts.id)
    self.month(month)
    id(facts.customer)
    integer(facts.receivedAt.seconds)
    text(facts.category.rawValue)
    text(facts.maintainerKey)
    integer(facts.tickets)
    text(state.rawValue)
  }

  fileprivate mutating func fill(_ pack: TicketPack, in month: BillingMonth, isWithdrawn: Bool) {
    id(pack.contract)
    day(pack.startsOn)
    self.month(month)
    id(pack.customer)
    day(pack.endsOn)
    day(pack.lastDay)
    integer(pack.granted)
    if let price = pack.price { yen(price) } else { null() }
    flag(pack.autoTopUp)
    text(pack.origin.rawValue)
    flag(isWithdrawn)
  }
}
