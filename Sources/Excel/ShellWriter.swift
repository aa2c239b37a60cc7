import CXlsxWriter
import Glibc
import Reports

/// Writes a workbook through libxlsxwriter, all but the rows of long tables, which go into a store.
struct ShellWriter {
  let workbook: Workbook
  /// Tables with more rows are long; nil where none is.
  let longTable: Int?
  let jobs: Int
  let progress: @Sendable (WritingProgress) -> Void
  let path: String
  let store: RowStore

  struct Shell {
    var cuts: [TextCut]
    var insertions: [Splice.Insertion]
    var styles: StyleTable
  }

  /// The files stand beside `path`, under names of their own.
  init(
    workbook: Workbook, longTable: Int?, jobs: Int, progress: @escaping @Sendable (WritingProgress) -> Void,
    path: String
  ) {
    self.workbook = workbook
    self.longTable = longTable
    self.jobs = jobs
    self.progress = progress
    self.path = "\(path).shell"
    store = RowStore(path: "\(path).rows")
  }

  func removeFiles() {
    unlink(path)
    unlink(store.path)
  }

  /// - Parameter formats: to be assigned also where nothing in the shell has them.
  func write(_ formats: [CellFormat]) throws(ExcelFault) -> Shell {
    // A folder that cannot be written is a fault before any work.
    try OutputFile(path: path).close()
    let book = try Book(path: path)
    try book.setProperties(workbook.properties)
    let looks = Formats(book: book.pointer, workbook: workbook)
    let styles = try StyleTable(looks, formats)
    let (cuts, carried) = (TextCuts(), CarriedTotals())
    var insertions: [Splice.Insertion] = []
    for (index, sheet) in workbook.sheets.enumerated() {
      let native = try book.addSheet(sheet.name)
      let cells = CellWriter(sheet: native, name: sheet.name, formats: looks, cuts: cuts)
      let writer = SheetWriter(
        book: book.pointer, sheet: native, value: sheet, cells: cells, carried: carried)
      let insertion = try pack(sheet, index, styles, start: insertions.reduce(0) { $0 + $1.rows.packed })
      if let insertion { insertions.append(insertion) }
      try writer.write(isFirst: index == workbook.firstShown, insertion)
      let packed = insertion.map { sheet.tables[$0.table].table.rows.count } ?? 0
      progress(WritingProgress(sheets: 1, rows: sheet.tableRows - packed))
    }
    for name in workbook.definedNames {
      try check(workbook_define_name(book.pointer, name.name, "=\(name.range.absolute(in: name.sheet))"))
    }
    try book.close()
    return Shell(cuts: cuts.all, insertions: insertions, styles: styles)
  }

  private func pack(
    _ sheet: Sheet, _ index: Int, _ styles: StyleTable, start: Int
  ) throws(ExcelFault) -> Splice.Insertion? {
    guard let table = longRows(of: sheet) else { return nil }
    let placed = sheet.tables[table]
    let rows = try PackedRows(
      placed, sheet: sheet.name, widths: sheet.fittedWidths(), styles: styles, jobs: jobs,
      progress: { progress(WritingProgress(rows: $0)) }, into: store)
    return Splice.Insertion(
      sheet: index, table: table, belowRow: placed.body.through.row, rows: rows, start: start)
  }

  /// Whether any sheet has a long table.
  var hasLongRows: Bool { workbook.sheets.contains { longRows(of: $0) != nil } }

  /// The position of a sheet's long table, where nothing stands beside its rows.
  private func longRows(of sheet: Sheet) -> Int? {
    guard let longTable,
      let index = sheet.tables.indices.max(by: {
        sheet.tables[$0].table.rows.count < sheet.tables[$1].table.rows.count
      }),
      sheet.tables[index].table.rows.count > longTable
    else { return nil }
    let body = sheet.tables[index].body
    let rows = body.from.row...body.through.row
    let others = sheet.tables.indices.filter { $0 != index }.map { sheet.tables[$0].whole }
    let isAlone =
      !(sheet.cells.map(\.range) + others).contains { rows.overlaps($0.from.row...$0.through.row) }
      && !sheet.rowHeights.keys.contains { rows.contains($0) }
    return isAlone ? index : nil
  }

  /// How many rows each sheet has before its long rows are put in.
  var rows: [Int] {
    workbook.sheets.map { sheet in
      sheet.writtenRows - (longRows(of: sheet).map { sheet.tables[$0].table.rows.count } ?? 0)
    }
  }
}

extension Workbook {
  fileprivate var firstShown: Int { sheets.firstIndex { !$0.isHidden } ?? 0 }
}
