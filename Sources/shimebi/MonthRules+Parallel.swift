import Records
import ServiceTerms
import Threads

extension MonthRules {
  /// Everything about the month (並列判定): ranges of inquiries are assessed and ranges of cases judged at the same time;
  /// the tickets are drawn beside the cases.
  func result(jobs: Int) throws -> MonthResult {
    let (tickets, order) = try together(jobs: jobs, ticketAccounting, caseOrder)
    let inquiries = pieces(of: exports.inquiries.rows.count, jobs: jobs)
    let drawing = tickets.drawing(
      of: try inParallel(inquiries.count, jobs: jobs) { try tickets.assess(inquiries[$0]) })

    let cases = pieces(of: order.count, jobs: jobs)
    let (accounts, renewals, judged) = try together(
      jobs: jobs, drawing.accounts, review,
      { try inParallel(cases.count, jobs: jobs) { try judge(order[cases[$0]]) } })
    return result(of: judged, tickets: accounts, renewals: renewals)
  }
}
