import Foundation
import Intake
import Records
import Reports
import ServiceTerms

/// A month from its folder to its figures: the whole flow, stage by stage (月次処理の流れ).
struct MonthRun {
  let month: BillingMonth
  let common: CommonOptions
  let input: String
  let ledgerPath: String
  let console: Console

  init(_ options: MonthOptions, _ common: CommonOptions, console: Console) {
    month = options.month.month
    input = options.input
    ledgerPath = options.ledger
    self.common = common
    self.console = console
  }

  /// Everything about the month, before anything is written.
  struct Figures {
    var templates: TemplateFolder
    var intake: IntakeResult
    var inputDigests: [String: String]
    var rules: MonthRules
    var report: MonthReport
  }

  func figures() throws -> Figures {
    let templates = try TemplateFolder(path: common.templates, language: common.lang)
    console.ended(.templates)

    let folder = try InputFolder(path: input)
    let intake = try read(folder, templates)
    let digests = folder.digests(jobs: common.jobs)
    console.ended(.read, intake.counts)

    let closed = ClosedMonths(opening: month)
    let frame = templates.frame(month)
    let rules = MonthRules(frame: frame, exports: intake.exports, closed: closed)
    let result = try judge(rules)
    console.ended(.judge, [("cases", result.outcomes.count), ("inquiries", result.tickets.draws.count)])

    let report = MonthReport(
      frame: frame, exports: intake.exports, result: result,
      findings: templates.findings + intake.findings + result.findings,
      rejectedRows: intake.rejected.mapValues(\.rows.count), company: templates.company)
    return Figures(
      templates: templates, intake: intake, inputDigests: digests, rules: rules, report: report)
  }

  private func read(_ folder: InputFolder, _ templates: TemplateFolder) throws(Failure) -> IntakeResult {
    let reader = ExportReader(aliases: templates.aliases, jobs: common.jobs)
    do throws(IntakeFault) {
      return IntakeResult(
        contracts: try folder.read(.contracts, reader.contracts),
        cases: try folder.read(.cases, reader.cases),
        inquiries: try folder.read(.ticketUsage, reader.inquiries),
        courier: folder.has(.courierStatement)
          ? try folder.read(.courierStatement, reader.courierStatement) : nil)
    } catch {
      throw Failure(.badInput, "\(error.code.rawValue): \(templates.labels.message(for: error.finding))")
    }
  }

  /// Judges ranges of cases at the same time, while the tickets are drawn.
  private func judge(_ rules: MonthRules) throws(Failure) -> MonthResult {
    let order = rules.caseOrder()
    let ranges = pieces(of: order.count, jobs: common.jobs)
    enum Work: Sendable {
      case cases(MonthRules.CasePart)
      case tickets(TicketAccounts)
      case fault(CalendarFault)
    }
    let work = inParallel(ranges.count + 1, jobs: common.jobs) { index -> Work in
      do throws(CalendarFault) {
        guard index > 0 else {
          return .tickets(
            try TicketAccounting.accounts(
              frame: rules.frame, book: rules.book, inquiries: rules.exports.inquiries, closed: rules.closed))
        }
        return .cases(try rules.judge(order[ranges[index - 1]]))
      } catch { return .fault(error) }
    }
    var parts: [MonthRules.CasePart] = []
    var tickets = TicketAccounts()
    for piece in work {
      switch piece {
      case .cases(let part): parts.append(part)
      case .tickets(let accounts): tickets = accounts
      case .fault(let fault): throw Failure(.badInput, fault.description)
      }
    }
    return rules.result(of: parts, tickets: tickets)
  }
}
