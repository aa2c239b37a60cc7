import GRDB
import Records
import ServiceTerms

/// Reads the latest state of every inquiry with what it drew: two cursors in the order of the ids, side by side.
struct InquiryReader {
  private let inquiries: RawStatement
  private let draws: RawStatement
  private var hasDraw: Bool

  init(_ database: Database, before month: BillingMonth) throws {
    inquiries = try RawStatement(
      database,
      """
      SELECT usage_id, month, customer_id, received_at, category, maintainer, tickets, state
      FROM inquiries WHERE month < ? ORDER BY usage_id, month
      """)
    draws = try RawStatement(
      database,
      """
      SELECT usage_id, month, contract_id, starts_on, tickets
      FROM draws WHERE month < ? ORDER BY usage_id, month, position
      """)
    inquiries.bind(month.ledgerCode, at: 1)
    draws.bind(month.ledgerCode, at: 1)
    hasDraw = try draws.step()
  }

  consuming func read() throws -> [PostedInquiry] {
    var latest: [PostedInquiry] = []
    while try inquiries.step() {
      let inquiry = try current()
      if latest.last?.facts.id == inquiry.facts.id { latest.removeLast() }
      latest.append(inquiry)
    }
    return latest
  }

  private mutating func current() throws -> PostedInquiry {
    let id = Identifier(inquiries.text(0))
    guard let category = InquiryCategory(rawValue: inquiries.text(4)),
      let state = DrawState(rawValue: inquiries.text(7))
    else { throw LedgerFault.damaged(table: "inquiries", key: id.text) }
    return PostedInquiry(
      facts: PostedInquiry.Facts(
        id: id, customer: Identifier(inquiries.text(2)),
        receivedAt: JSTInstant(seconds: inquiries.integer(3)), category: category,
        maintainerKey: inquiries.text(5), tickets: inquiries.integer(6)),
      state: state, shares: try shares(of: id, month: inquiries.integer(1)))
  }

  private mutating func shares(of id: Identifier, month: Int) throws -> [PackShare] {
    var shares: [PackShare] = []
    while hasDraw, draws.integer(1) == month, Identifier(draws.text(0)) == id {
      guard let startsOn = Day(ledgerText: draws.text(3)) else {
        throw LedgerFault.damaged(table: "draws", key: id.text)
      }
      shares.append(
        PackShare(contract: Identifier(draws.text(2)), startsOn: startsOn, tickets: draws.integer(4)))
      hasDraw = try draws.step()
    }
    return shares
  }
}
