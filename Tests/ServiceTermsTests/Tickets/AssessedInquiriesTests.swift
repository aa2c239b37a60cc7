import Records
import Testing

@testable import ServiceTerms

@Suite("Inquiries in parts")
struct AssessedInquiriesTests {
  @Test("Inquiries may be assessed in parts, before any close and after one", arguments: 0..<20)
  func parts(seed: Int) throws {
    var random = Seeded(seed)
    var month = random.month()
    let first = try month.tickets()
    try compare(month, &random)

    let half = first.draws.prefix(first.draws.count / 2)
    month.closed = ClosedMonths(
      opening: month.month.previous, last: month.month.previous,
      inquiries: half.map { Self.posted($0, of: first, month) }, packs: first.packs)
    // Some are changed after they were posted, some are gone.
    month.inquiries.removeLast(5)
    for index in month.inquiries.indices where random.chance(10) { month.inquiries[index].tickets += 1 }
    try compare(month, &random)
  }

  private func compare(_ month: TestMonth, _ random: inout Seeded) throws {
    let whole = try month.tickets()
    let accounting = try month.rules.ticketAccounting()
    let count = month.inquiries.count
    let (one, other) = (Int.random(in: 0...count, using: &random), Int.random(in: 0...count, using: &random))
    let cuts = [0, min(one, other), max(one, other), count]
    let parts = try zip(cuts, cuts.dropFirst()).map { try accounting.assess($0..<$1) }
    let joined = accounting.drawing(of: parts).accounts()
    #expect(whole.draws.map { Self.shown($0, whole) } == joined.draws.map { Self.shown($0, joined) })
    #expect(whole.packs == joined.packs)
    #expect(whole.findings == joined.findings)
  }

  private static func shown(_ draw: TicketDraw, _ accounts: TicketAccounts) -> String {
    let shares = accounts.shares(of: draw).map { "\(accounts.packs[Int($0.pack)].contract) \($0.tickets)" }
    return "\(draw.source) \(draw.state) \(draw.tickets) \(draw.isPosted) \(shares)"
  }

  private static func posted(
    _ draw: TicketDraw, of accounts: TicketAccounts, _ month: TestMonth
  ) -> PostedInquiry {
    let inquiries = Inquiries(exported: Export(rows: month.inquiries), posted: [])
    return PostedInquiry(
      facts: inquiries.facts(of: draw.source), state: draw.state,
      shares: accounts.shares(of: draw).map { share in
        let pack = accounts.packs[Int(share.pack)]
        return PackShare(contract: pack.contract, startsOn: pack.startsOn, tickets: Int(share.tickets))
      })
  }
}
