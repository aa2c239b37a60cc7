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
  var longTable = 5_000
  /// Rows of a sheet; a longer table goes on in a next one.
  var rowsPerSheet = Sheet.maximumRows
  private let casting = Casting()

  public init(jobs: Int = 1, isPlain: Bool = false) {
    self.jobs = jobs
    self.isPlain = isPlain
  }

  /// Writes `workbook` aside, verifies the file and renames it to `path`.
  ///
  /// - Returns: the cells whose text was cut.
  @discardableResult
  public func write(_ workbook: Workbook, to path: String) throws(ExcelFault) -> [TextCut] {
    let workbook = workbook.dividingLongTables(limit: rowsPerSheet)
    try SheetNames.check(workbook.sheets)
    let (shell, aside) = ("\(path).shell", "\(path).part")
    if !isPlain, let key = Mould.Key(workbook) {
      return try cast(workbook, key, to: path, aside: aside, shell: shell)
    }
    defer { unlink(shell) }
    do throws(ExcelFault) {
      try ExcelWriter.open(shell)
      let (cuts, insertions, _) = try writeShell(workbook, to: shell, hasAllStyles: false)
      try WorkbookCheck.verify(shell, rows: workbook.shellRows(insertions))
      let finished = insertions.isEmpty ? shell : aside
      if !insertions.isEmpty {
        try Splice.write(shell, with: insertions, to: aside)
        try WorkbookCheck.verifyDirectory(aside)
      }
      guard rename(finished, path) == 0 else { throw .file(path, reason: systemMessage()) }
      return cuts
    } catch {
      unlink(aside)
      throw error
    }
  }

  /// Writes a workbook of loose cells from the mould of its like.
  private func cast(
    _ workbook: Workbook, _ key: Mould.Key, to path: String, aside: String, shell: String
  ) throws(ExcelFault) -> [TextCut] {
    do throws(ExcelFault) {
      let mould = try casting.mould(key) { () throws(ExcelFault) in
        defer { unlink(shell) }
        try ExcelWriter.open(shell)
        return try Mould(workbook, path: shell) { empty, path throws(ExcelFault) in
          try writeShell(empty, to: path, hasAllStyles: true).styles
        }
      }
      let cuts = try casting.cast(workbook, from: mould, to: aside)
      guard rename(aside, path) == 0 else { throw .file(path, reason: systemMessage()) }
      return cuts
    } catch {
      unlink(aside)
      throw error
    }
  }

  /// Begins the file, so that a folder that cannot be written is a fault before any work.
  private static func open(_ path: String) throws(ExcelFault) {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .file(path, reason: systemMessage()) }
    close(descriptor)
  }

  /// Writes everything but the rows of long tables, which are returned.
  private func writeShell(
    _ workbook: Workbook, to path: String, hasAllStyles: Bool
  ) throws(ExcelFault) -> (cuts: [TextCut], insertions: [Splice.Insertion], styles: StyleTable?) {
    let book = try Book(path: path)
    try book.setProperties(workbook.properties)
    let formats = Formats(book: book.pointer, workbook: workbook)
    let styles =
      hasAllStyles || workbook.sheets.contains(where: hasLongRows) ? try StyleTable(formats, workbook) : nil
    let (cuts, carried) = (TextCuts(), CarriedTotals())
    var insertions: [Splice.Insertion] = []
    for (index, sheet) in workbook.sheets.enumerated() {
      let native = try book.addSheet(sheet.name)
      let writer = SheetWriter(
        book: book.pointer, sheet: native, value: sheet,
        cells: CellWriter(sheet: native, name: sheet.name, formats: formats, cuts: cuts), carried: carried)
      var long: PackedRows?
      if let styles, let placed = sheet.tables.first, hasLongRows(sheet) {
        let rows = try PackedRows(
          placed, sheet: sheet.name, widths: sheet.fittedWidths(), styles: styles, jobs: jobs)
        insertions.append(Splice.Insertion(sheet: index, belowRow: placed.body.through.row, rows: rows))
        long = rows
      }
      try writer.write(isFirst: index == workbook.firstShown, longRows: long)
    }
    for name in workbook.definedNames {
      try check(workbook_define_name(book.pointer, name.name, "=\(name.range.absolute(in: name.sheet))"))
    }
    try book.close()
    return (cuts.all, insertions, styles)
  }

  /// Whether the sheet's one table is long, with nothing beside its rows.
  private func hasLongRows(_ sheet: Sheet) -> Bool {
    guard !isPlain, let placed = sheet.onlyTable, placed.table.rows.count > longTable else { return false }
    let rows = placed.body.from.row...placed.body.through.row
    return !sheet.cells.contains { rows.overlaps($0.range.from.row...$0.range.through.row) }
      && !sheet.rowHeights.keys.contains { rows.contains($0) }
  }
}

extension Workbook {
  fileprivate var firstShown: Int { sheets.firstIndex { !$0.isHidden } ?? 0 }

  /// How many rows each sheet has before its long rows are put in.
  fileprivate func shellRows(_ insertions: [Splice.Insertion]) -> [Int] {
    sheets.enumerated().map { index, sheet in
      let isLong = insertions.contains { $0.sheet == index }
      return sheet.writtenRows - (isLong ? sheet.tables[0].table.rows.count : 0)
    }
  }
}
