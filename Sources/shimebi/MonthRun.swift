import Billing
import CGlibc
import Intake
import Ledger
import Records
import Reports
import ServiceTerms
import Threads

/// A month from its folder to its figures: the whole flow, stage by stage (月次処理の流れ).
struct MonthRun {
  let month: BillingMonth
  let common: CommonOptions
  let input: String
  let ledgerPath: String
  let console: Console
  private let journalPackages: [AccountingPackage]

  init(
    month: BillingMonth, input: String, ledger: String, _ common: CommonOptions, console: Console,
    journals: [AccountingPackage] = []
  ) {
    self.month = month
    self.input = input
    ledgerPath = ledger
    self.common = common
    self.console = console
    journalPackages = journals
  }

  init(
    _ options: MonthOptions, _ common: CommonOptions, console: Console, journals: [AccountingPackage] = []
  ) {
    self.init(
      month: options.month.month, input: options.input, ledger: options.ledger, common, console: console,
      journals: journals)
  }

  /// What an output folder may not have inside it.
  var sourcePaths: [String] { [ledgerPath, input, common.templates] }

  /// What stands in the folders: templates and exports, read.
  struct Sources {
    var templates: TemplateFolder
    var intake: IntakeResult
    /// Of the exports and the templates, by name.
    var digests: [InputDigest]
  }

  /// Everything about the month, before anything is written.
  struct Figures {
    var sources: Sources
    var rules: MonthRules
    var input: BillingInput
    var billing: MonthBilling
    var journals: [JournalFile]
    var report: MonthReport

    var labels: Labels { sources.templates.labels }
    var finance: FinanceReport {
      FinanceReport(month: report, billing: billing, accounts: sources.templates.accounts)
    }

    /// The records of a month are not taken apart one by one before the program ends: the system takes back all at once.
    func keepUntilTheEnd() { _ = Unmanaged.passRetained(Kept(figures: self)) }
    private final class Kept {
      let figures: Figures
      init(figures: Figures) { self.figures = figures }
    }
  }

  /// The exports are read beside the templates, of which they need the columns alone.
  func sources() throws -> Sources {
    give_back_blocks_from(1 << 20)
    let aliases = try TemplateFolder.columnAliases(in: common.templates)
    let folder = try InputFolder(path: input)
    let (templates, reading, digests, templateDigests) = try together(
      jobs: common.jobs,
      { try TemplateFolder(path: common.templates, language: common.lang, jobs: common.jobs) },
      { Result { try read(folder, aliases) } },
      { folder.digests(jobs: common.jobs) }, { try TemplateFolder.digests(of: common.templates) })
    console.ended(.templates)
    let intake: IntakeResult
    do { intake = try reading.get() } catch let fault as IntakeFault {
      throw Failure(
        .badInput, Message("\(fault.code.rawValue): \(templates.labels.message(for: fault.finding))"))
    }
    console.ended(.read, intake.counts)
    return Sources(
      templates: templates, intake: intake,
      digests: digests.merging(templateDigests) { first, _ in first }
        .map { InputDigest(name: $0, sha256: $1) }.sorted { $0.name < $1.name })
  }

  /// Judges and bills the month as it follows from the exports and what `books` posted before it.
  func figures(_ sources: Sources, _ books: Books, isFinal: Bool) throws -> Figures {
    let exports = sources.intake.exports
    let closed = try books.closedMonths(before: month, cases: exports.cases.rows)
    console.ended(.ledger)

    let frame = sources.templates.frame(month)
    let rules = MonthRules(frame: frame, exports: exports, closed: closed)
    let result = try rules.result(jobs: common.jobs)
    console.ended(.judge, [("cases", result.outcomes.count), ("inquiries", result.tickets.draws.count)])

    let input = BillingInput(
      frame: frame, exports: exports, book: rules.book, result: result, company: sources.templates.company,
      opening: closed.opening, posted: try books.postedCharges(before: month))
    let billing = try MonthBilling(input, numbered: isFinal)
    try check(billing.controls)
    give_back_free_pages()
    console.ended(.bill, [("lines", billing.lines.count), ("documents", billing.documents.count)])

    let journals = try inParallel(journalPackages.count, jobs: common.jobs) {
      try JournalFile(billing.journal, for: journalPackages[$0], accounts: sources.templates.accounts)
    }

    let report = MonthReport(
      frame: frame, exports: exports, result: result,
      findings: sources.templates.findings + sources.intake.findings + result.findings + billing.findings
        + journals.flatMap(\.findings) + books.findings(for: month, isFinal: isFinal),
      rejectedRows: sources.intake.rejected.mapValues(\.rows.count),
      history: try books.history(before: month), postedInquiries: closed.inquiries,
      company: sources.templates.company, isFinal: isFinal)
    return Figures(
      sources: sources, rules: rules, input: input, billing: billing, journals: journals,
      report: report)
  }

  /// A control total that fails means that no figure can be trusted.
  private func check(_ controls: [ControlTotal]) throws(Failure) {
    let failed = controls.filter { !$0.holds }
    guard !failed.isEmpty else { return }
    let list = failed.map { "\($0.check.rawValue): \($0.left) ≠ \($0.right)" }.joined(separator: "; ")
    throw Failure(
      .internal, ja: "合計の照合が一致しないため、何も書き出していません: \(list)",
      en: "control totals do not agree, nothing was written: \(list)")
  }

  private func read(_ folder: InputFolder, _ aliases: ColumnAliases) throws -> IntakeResult {
    // Every byte is looked at before it is read.
    let (bytes, rows, whole) = (Tally(), Tally(), Double(2 * max(1, folder.size)))
    let reader = ExportReader(aliases: aliases, jobs: common.jobs) { part in
      folder.release(part)
      let read = rows.add(part.rows)
      console.advanced(.read, to: Double(bytes.add(part.range.count)) / whole) { "rows \(read)" }
    }
    let (contracts, cases, inquiries, courier) = try together(
      jobs: common.jobs, { try folder.read(.contracts, reader.contracts) },
      { try folder.read(.cases, reader.cases) }, { try folder.read(.ticketUsage, reader.inquiries) },
      { folder.has(.courierStatement) ? try folder.read(.courierStatement, reader.courierStatement) : nil })
    return IntakeResult(contracts: contracts, cases: cases, inquiries: inquiries, courier: courier)
  }
}
