import Records

/// Draws one inquiry after the other, and sells packs where they run out (チケット引落とし).
///
/// It may go from one thread to another, and is never used by two at once.
///
/// > Terms: TS-9
public final class TicketDrawing: @unchecked Sendable {
  private let frame: MonthFrame
  private let inquiries: Inquiries
  private var register: PackRegister
  private var drawn = TicketAccounts()
  private var pending: [PendingDraw] = []

  init(frame: MonthFrame, inquiries: Inquiries, register: PackRegister) {
    self.frame = frame
    self.inquiries = inquiries
    self.register = register
    drawn.draws.reserveCapacity(inquiries.exported.rows.count)
  }

  /// Takes over what was assessed: draws that stand, and those to be made.
  func take(_ part: AssessedInquiries) {
    let firstDraw = Int32(drawn.draws.count)
    let firstShare = Int32(drawn.shares.count)
    drawn.draws += part.draws
    if !part.shares.isEmpty {
      for index in Int(firstDraw)..<drawn.draws.count { drawn.draws[index].firstShare += firstShare }
      drawn.shares += part.shares
      for share in part.shares { register.use(Int(share.tickets), of: share.pack) }
    }
    pending += part.pending.lazy.map { draw in
      PendingDraw(receivedAt: draw.receivedAt, position: draw.position + firstDraw, place: draw.place)
    }
    drawn.findings += part.findings
  }

  /// Makes the draws that are to be made; nothing is left to draw then.
  public func accounts() -> TicketAccounts {
    for draw in inquiries.byReception(pending, of: drawn.draws) { make(draw) }
    pending = []
    let warnings = InquiryWarnings(frame: frame, inquiries: inquiries)
    for draw in drawn.draws where draw.state == .unfunded {
      drawn.findings.append(warnings.aboutMissingPack(of: draw.source))
    }
    drawn.packs = register.packs
    drawn.draws = drawn.draws.sortedUnlessSorted { [inquiries] in
      inquiries.id(of: $0.source) < inquiries.id(of: $1.source)
    }
    return drawn
  }

  private func make(_ pending: PendingDraw) {
    let position = Int(pending.position)
    let tickets = Int(drawn.draws[position].tickets)
    var packs = register.inForce(at: Int(pending.place), on: pending.receivedAt.day)
    let missing = tickets - packs.reduce(0) { $0 + register.left($1) }
    if missing > 0 {
      guard packs.contains(where: { register.packs[Int($0)].autoTopUp }) else {
        drawn.draws[position].state = .unfunded
        return
      }
      packs += topUp(by: missing, for: inquiries.facts(of: drawn.draws[position].source))
    }
    take(tickets, from: packs, for: position)
  }

  /// Takes `tickets` from `packs` in their order, as far as they have any left.
  private func take(_ tickets: Int, from packs: [Int32], for position: Int) {
    drawn.draws[position].firstShare = Int32(drawn.shares.count)
    var asked = tickets
    for pack in packs where asked > 0 {
      let taken = min(asked, register.left(pack))
      guard taken > 0 else { continue }
      drawn.shares.append(DrawnShare(pack: pack, tickets: Int16(clamping: taken)))
      drawn.draws[position].shareCount += 1
      register.use(taken, of: pack)
      asked -= taken
    }
  }

  /// Sells packs as of the inquiry's day until they hold `missing` tickets (自動追加).
  ///
  /// They are called `OVR-<usage_id>`, then `OVR-<usage_id>-2` ...; a name that the day already has is passed over.
  private func topUp(by missing: Int, for facts: PostedInquiry.Facts) -> [Int32] {
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
}
