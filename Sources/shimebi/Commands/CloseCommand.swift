import ArgumentParser
import Billing
import Foundation
import Ledger
import Records
import ServiceTerms

/// `shimebi close`: a month for good: posted to the ledger, its outputs final (月次締め).
struct Close: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "The same as run, then posts the month to the ledger; the outputs are final (月次締め).")

  @OptionGroup var month: MonthOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "Begin new books with this month, such as 2026-08.")
  var openFrom: MonthArgument?
  @Option(help: "Close although rows were rejected: all, or their codes separated by commas.")
  var accept = Acceptance()
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    console.outliveReader()
    try reportingFailures(to: console) {
      let lock = try Locking.lock(ledger: month.ledger, isReader: false, waits: month.wait)
      defer { withExtendedLifetime(lock) {} }
      return try close(console)
    }
  }

  private func close(_ console: Console) throws -> Int32 {
    let run = MonthRun(month, common, console: console, journals: output.journal.packages)
    let books = try Books(path: month.ledger)
    if books.ledger == nil, openFrom == nil { throw LedgerFault.missing(path: month.ledger) }
    let sources = try run.sources()
    let standing = try standing(run, sources, books, console)
    let folder = output.folder(of: run.month)
    if standing == .alreadyClosed {
      console.say(
        Message(ja: "\(run.month) は同じ内容で締め済みです", en: "\(run.month) is already closed with these inputs"))
      if try Manifest.isIntact(folder, month: run.month, options: output, jobs: common.jobs) { return 0 }
    } else {
      try accept.check(sources.intake)
    }

    let figures = try run.figures(sources, books, isFinal: true)
    figures.keepUntilTheEnd()
    let writer = OutputWriter(figures: figures, options: output, common: common, console: console)
    let status = try writer.write(to: OutputFolder(path: folder, sources: run.sourcePaths)) { filesStand in
      guard standing == .next else { return }
      try post(figures, run, beforeCommit: filesStand)
      console.ended(.post, [("documents", figures.billing.documents.count)])
    }
    if status != 0 { console.pointToFindings(figures.report, in: folder) }
    return standing == .next ? status : 0
  }

  private func standing(
    _ run: MonthRun, _ sources: MonthRun.Sources, _ books: Books, _ console: Console
  ) throws -> MonthStanding {
    guard let ledger = books.ledger else {
      if let openFrom, openFrom.month != run.month { throw LedgerFault.notNext(expected: openFrom.month) }
      return .next
    }
    do {
      return try ledger.standing(of: run.month, digests: sources.digests, openFrom: openFrom?.month)
    } catch LedgerFault.inputsDiffer(let names) {
      try listDifferences(run, sources, books)
      throw LedgerFault.inputsDiffer(names)
    }
  }

  /// What these inputs would bill otherwise of the charges to the end of the month, less all that was posted of them since:
  /// it goes to the next open month.
  private func listDifferences(_ run: MonthRun, _ sources: MonthRun.Sources, _ books: Books) throws {
    var figures = try run.figures(sources, books, isFinal: false)
    figures.input.posted = PostedCharges(
      try books.postedCharges().charges.filter { $0.eventOn <= run.month.lastDay })
    let lines = try MonthBilling(figures.input, numbered: false).lines
    let difference = common.lang == .ja ? "差額" : "difference"
    for line in lines {
      print("\(line.key): \(line.posted) -> \(line.desired), \(difference) \(line.amount)")
    }
    if lines.isEmpty { print(common.lang == .ja ? "変わる請求はありません" : "no charge would change") }
  }

  private func post(
    _ figures: MonthRun.Figures, _ run: MonthRun, beforeCommit: () throws -> Void
  ) throws {
    let ledger = try Ledger(creating: month.ledger)
    _ = try ledger.close(
      MonthToPost(
        input: figures.input, billing: figures.billing,
        figures: try KeyFigures(figures.input, figures.billing), closed: figures.rules.closed,
        digests: figures.sources.digests, version: Shimebi.version),
      openFrom: openFrom?.month, beforeCommit: beforeCommit)
  }
}
