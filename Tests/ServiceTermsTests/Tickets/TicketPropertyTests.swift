import Records
import Testing

@testable import ServiceTerms

@Suite("Tickets, by properties")
struct TicketPropertyTests {
  @Test("A ticket is used once, and granted = used + expired + remaining", arguments: 0..<60)
  func usedOnce(seed: Int) throws {
    var random = Seeded(seed)
    let month = random.month()
    let result = try month.result()
    let accounts = result.tickets
    var used = [Int](repeating: 0, count: accounts.packs.count)
    for draw in accounts.draws {
      let shares = accounts.shares(of: draw)
      for share in shares { used[Int(share.pack)] += Int(share.tickets) }
      let drawn = shares.reduce(0) { $0 + Int($1.tickets) }
      #expect(drawn == (draw.state == .drawn ? Int(draw.tickets) : 0))
      #expect(Set(shares.map(\.pack)).count == shares.count)
    }
    #expect(accounts.packs.map(\.used) == used)
    for balance in result.packs {
      #expect(balance.pack.granted == balance.pack.used + balance.expired + balance.remaining)
      #expect(balance.pack.used <= balance.pack.granted)
      #expect(balance.expired >= 0 && balance.remaining >= 0)
    }
    #expect(Set(accounts.packs.map { "\($0.contract) \($0.startsOn)" }).count == accounts.packs.count)
  }

  @Test("A draw is on the customer's own packs, in force on its day", arguments: 0..<30)
  func ownPacks(seed: Int) throws {
    var random = Seeded(seed)
    let month = random.month()
    let accounts = try month.tickets()
    for draw in accounts.draws {
      guard case .export(let index) = draw.source else { continue }
      let inquiry = month.inquiries[Int(index)]
      for share in accounts.shares(of: draw) {
        let pack = accounts.packs[Int(share.pack)]
        #expect(pack.customer == inquiry.customer)
        #expect(pack.isInForce(on: inquiry.receivedAt.day))
      }
    }
  }

  @Test("Posting a month's draws and running the next on the same export changes no draw", arguments: 0..<30)
  func posted(seed: Int) throws {
    var random = Seeded(seed)
    var month = random.month()
    month.inquiries.removeAll { $0.receivedAt >= month.month.asOf }
    let first = try month.tickets()
    month.closed = ClosedMonths(
      opening: month.month, last: month.month,
      inquiries: first.draws.map { draw in
        PostedInquiry(
          facts: Inquiries(exported: Export(rows: month.inquiries), posted: []).facts(of: draw.source),
          state: draw.state,
          shares: first.shares(of: draw).map {
            let pack = first.packs[Int($0.pack)]
            return PackShare(contract: pack.contract, startsOn: pack.startsOn, tickets: Int($0.tickets))
          })
      },
      packs: first.packs.filter { !$0.isVoid })
    month.inquiries.shuffle(using: &random)
    month.month = month.month.next
    let second = try month.tickets()
    func described(_ accounts: TicketAccounts) -> [String] {
      accounts.draws.map { draw in
        "\(draw.state) \(draw.tickets) "
          + accounts.shares(of: draw).map { "\(accounts.packs[Int($0.pack)].contract):\($0.tickets)" }
          .joined(separator: "+")
      }
    }
    #expect(described(first) == described(second))
  }
}
