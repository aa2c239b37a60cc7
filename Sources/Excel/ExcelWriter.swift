import CXlsxWriter
import Glibc
public import Reports

/// Writes workbooks (Excelファイルの書き出し).
///
/// The same value gives the same bytes, with any number of threads. A file appears under its name only when it is
/// finished and verified.
public struct ExcelWriter: Sendable {
  /// Threads that render the rows of long tables.
  public var jobs: Int
  /// Leaves everything to libxlsxwriter, also the rows of long tables; the cells are the same.
  public var isPlain: Bool
  /// Tables with more rows are rendered apart from libxlsxwriter.
  var longTable = 64
  /// Rows of a sheet; a longer table goes on in a next one.
  var rowsPerSheet = Sheet.maximumRows
  private let casting = Casting()

  /// Called by any thread with what was written since.
  private let progress: @Sendable (WritingProgress) -> Void

  public init(
    jobs: Int = 1, isPlain: Bool = false, progress: @escaping @Sendable (WritingProgress) -> Void = { _ in }
  ) {
    self.jobs = jobs
    self.isPlain = isPlain
    self.progress = progress
  }

  /// Writes `workbook` aside, verifies the file and renames it to `path`.
  ///
  /// - Parameter watch: sees all bytes of the file.
  /// - Returns: the cells whose text was cut.
  @discardableResult
  public func write(
    _ workbook: Workbook, to path: String, _ watch: @escaping FileWatch = { _ in }
  ) throws(ExcelFault) -> [TextCut] {
    let workbook = workbook.dividingLongTables(limit: rowsPerSheet)
    try SheetNames.check(workbook.sheets)
    let aside = "\(path).part"
    do throws(ExcelFault) {
      let cuts =
        if !isPlain, let key = Mould.Key(workbook) {
          try casting.cast(workbook, from: mould(key, workbook, beside: path), to: aside, watch)
        } else {
          try writeWhole(workbook, beside: path, to: aside, watch)
        }
      guard rename(aside, path) == 0 else { throw .file(path, reason: systemMessage()) }
      return cuts
    } catch {
      unlink(aside)
      throw error
    }
  }

  /// Writes and verifies a workbook of any kind.
  private func writeWhole(
    _ workbook: Workbook, beside path: String, to aside: String, _ watch: @escaping FileWatch
  ) throws(ExcelFault) -> [TextCut] {
    let writer = ShellWriter(
      workbook: workbook, longTable: isPlain ? nil : longTable, jobs: jobs, progress: progress, path: path)
    defer { writer.removeFiles() }
    let shell = try writer.write(writer.hasLongRows ? CellFormat.all(of: workbook) : [])
    try WorkbookCheck.verify(writer.path, rows: writer.rows)
    guard !shell.insertions.isEmpty else {
      guard rename(writer.path, aside) == 0 else { throw .file(aside, reason: systemMessage()) }
      try FileBytes(path: aside).withBytes { watch($0) }
      return shell.cuts
    }
    try Splice.write(
      writer.path, with: shell.insertions, from: writer.store, to: OutputFile(path: aside, watch))
    try WorkbookCheck.verifyDirectory(aside)
    return shell.cuts
  }

  private func mould(_ key: Mould.Key, _ workbook: Workbook, beside path: String) throws(ExcelFault) -> Mould
  {
    try casting.mould(key) { () throws(ExcelFault) in
      let writer = ShellWriter(
        workbook: Mould.emptied(workbook), longTable: nil, jobs: 1, progress: { _ in }, path: path)
      defer { writer.removeFiles() }
      let shell = try writer.write(CellFormat.all(of: workbook).filter(key.formats.contains))
      try WorkbookCheck.verify(writer.path, rows: writer.rows)
      return try Mould(writer.path, styles: shell.styles)
    }
  }
}

/// What of a workbook has been written, for a progress bar.
public struct WritingProgress: Sendable {
  public var sheets = 0
  /// Of tables, headers and totals not counted.
  public var rows = 0
}
