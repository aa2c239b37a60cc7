import Records
import ServiceTerms
import Threads

extension MonthRules {
  /// Everything about the month (並列判定): ranges of inquiries are assessed and ranges of cases judged at the same time;
  /// the tickets are drawn beside the cases.
  func result(jobs: Int) throws -> MonthResult {
    let order = caseOrder()
    let tickets = ticketAccounting()
    let inquiries = pieces(of: exports.inquiries.rows.count, jobs: jobs)
    let drawing = tickets.drawing(
      of: try inParallel(inquiries.count, jobs: jobs) { try tickets.assess(inquiries[$0]) })

    enum Part: Sendable {
      case tickets(TicketAccounts)
      case renewals(Renewals)
      case cases(CasePart)
    }
    let cases = pieces(of: order.count, jobs: jobs)
    var parts = try inParallel(cases.count + 2, jobs: jobs) { index -> Part in
      switch index {
      case 0: .tickets(drawing.accounts())
      case 1: .renewals(review())
      default: .cases(try judge(order[cases[index - 2]]))
      }
    }

    var judged: [CasePart] = []
    var accounts = TicketAccounts()
    var renewals = Renewals()
    for part in parts {
      switch part {
      case .tickets(let drawn): accounts = drawn
      case .renewals(let reviewed): renewals = reviewed
      case .cases(let part): judged.append(part)
      }
    }
    parts = []
    return result(of: consume judged, tickets: accounts, renewals: renewals)
  }
}
