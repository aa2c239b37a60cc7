import Billing
import Excel
import Foundation
import Intake
import Ledger
import Records
import Reports
import ServiceTerms
import Threads

/// Writes everything of a month aside, ready to be published (出力の書き出し).
struct OutputWriter {
  let figures: MonthRun.Figures
  let options: OutputOptions
  let common: CommonOptions
  let console: Console

  private var report: MonthReport { figures.report }
  private var labels: Labels { figures.labels }

  /// 0, or 1 where rows were rejected or errors found; with `--strict` also where there is a warning.
  var exitStatus: Int32 {
    report.findings.contains { $0.severity == .error || (options.strict && $0.severity == .warning) } ? 1 : 0
  }

  /// Writes the folder aside, meanwhile does what must be done before anybody sees it, and puts it in its place.
  ///
  /// - Parameter posting: may run beside the writing; it asks whether all files stand before it makes anything final.
  /// - Returns: the exit status that the outputs stand for.
  func write(
    to folder: OutputFolder,
    posting: @escaping @Sendable (_ filesStand: () throws -> Void) throws -> Void = { _ in }
  ) throws -> Int32 {
    do {
      let files = Outcome()
      try concurrently(
        jobs: common.jobs,
        [{ try files.settle { try writeFiles(to: folder) } }, { try posting { try files.wait() } }])
      try folder.publish()
    } catch {
      folder.discard()
      throw error
    }
    console.ended(.publish)
    return exitStatus
  }

  /// The workbooks, the documents and the files of text need nothing of each other.
  private func writeFiles(to folder: OutputFolder) throws {
    let overview = try MonthOverview(report)
    let documents = DocumentWriter(figures: figures, options: options, jobs: common.jobs, console: console)
    let workbooks: [@Sendable () throws -> Void] =
      options.noWorkbooks
      ? [] : [{ try writeManagement(overview, to: folder) }, { try writeBilling(to: folder) }]
    try concurrently(
      jobs: common.jobs,
      workbooks + [
        {
          try documents.write(to: folder)
          console.ended(.documents, [("documents", figures.billing.documents.count)])
        }, { try writeTables(overview, to: folder) },
      ])
    try folder.write(manifest(of: folder).json(), to: Manifest.fileName)
  }

  private func writeTables(_ overview: MonthOverview, to folder: OutputFolder) throws {
    let tables = report.dataFiles + figures.billing.dataFiles
    try concurrently(
      jobs: common.jobs,
      tables.map { table in { try write(table, to: folder) } } + [
        { try writeRejected(to: folder) }, { try writeTexts(overview, to: folder) },
      ])
    for journal in figures.journals { try folder.write(journal.bytes, to: "journal/\(journal.name)") }
    console.ended(.tables, [("files", tables.count)])
  }

  /// Ranges of lines are rendered at the same time and written in order, some of them at a time.
  private func write(_ table: CSVTable, to folder: OutputFolder) throws(Failure) {
    let size = 4_096
    let ranges = stride(from: 0, to: table.count, by: size).map { $0..<min(table.count, $0 + size) }
    let file = try folder.begin("data/\(table.name)")
    try file.append(table.header)
    for start in stride(from: 0, to: ranges.count, by: common.jobs * 2) {
      let batch = ranges[start..<min(ranges.count, start + common.jobs * 2)]
      let parts = inParallel(batch.count, jobs: common.jobs) { table.render(batch[start + $0]) }
      for part in parts { try file.append(part) }
    }
    file.end()
  }

  private func writeRejected(to folder: OutputFolder) throws(Failure) {
    for (file, rows) in figures.sources.intake.rejected where !rows.isEmpty {
      try folder.write(rows.csv { labels.message(for: $0) }, to: "rejected/\(file.rawValue)")
    }
  }

  private func writeTexts(_ overview: MonthOverview, to folder: OutputFolder) throws {
    let texts = figures.sources.templates.texts
    try folder.write(texts.summary(report, overview), to: "summary.txt")
    try folder.write(texts.findings(report), to: "findings.txt")
  }

  private func writeManagement(_ overview: MonthOverview, to folder: OutputFolder) throws {
    try write(
      try ManagementWorkbook(report, overview, labels: labels).workbook(jobs: common.jobs), .management,
      to: folder,
      "management.xlsx")
    console.ended(.management)
  }

  private func writeBilling(to folder: OutputFolder) throws {
    try write(
      BillingWorkbook.workbook(of: figures.finance, labels: labels), .finance, to: folder, "billing.xlsx")
    console.ended(.finance)
  }

  private func write(_ workbook: Workbook, _ stage: Stage, to folder: OutputFolder, _ name: String) throws {
    let (rows, sheets, count) = (Tally(), Tally(), workbook.sheets.count)
    let whole = Double(workbook.sheets.reduce(1) { $0 + $1.tableRows })
    let writer = ExcelWriter(jobs: common.jobs) { [console] part in
      let done = sheets.add(part.sheets)
      console.advanced(stage, to: Double(rows.add(part.rows)) / whole) { "sheets \(done)/\(count)" }
    }
    let digest = folder.digest(of: name)
    try writer.write(workbook, to: folder.place(name), digest.add)
    digest.end()
  }

  private func manifest(of folder: OutputFolder) -> Manifest {
    Manifest(
      program: "shimebi \(Shimebi.version)",
      month: report.month.description,
      kind: report.isFinal ? .final : .draft,
      catalogueEdition: report.frame.closing.edition.effectiveFrom.description,
      exitStatus: exitStatus,
      counts: Dictionary(figures.sources.intake.counts, uniquingKeysWith: { first, _ in first }),
      inputs: Dictionary(
        figures.sources.digests.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first }),
      files: folder.written.digests)
  }
}

/// How a piece of work ended, for others that wait for it.
private final class Outcome: @unchecked Sendable {
  private let condition = NSCondition()
  private var result: Result<Void, any Error>?

  func settle(_ work: () throws -> Void) throws {
    let result = Result { try work() }
    condition.lock()
    self.result = result
    condition.broadcast()
    condition.unlock()
    try result.get()
  }

  func wait() throws {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let result { return try result.get() }
      condition.wait()
    }
  }
}
