import CXlsxWriter
import Reports

/// Writes one sheet: page, columns, loose cells, tables, charts.
struct SheetWriter {
  let book: UnsafeMutablePointer<lxw_workbook>
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let value: Sheet
  let cells: CellWriter
  /// The totals of tables that began in earlier sheets; by the first sheet's name.
  let carried: CarriedTotals

  /// `insertion` has the rows of a long table, which are written apart.
  func write(isFirst: Bool, _ insertion: Splice.Insertion?) throws(ExcelFault) {
    try Layout.check(value)
    try PageWriter(sheet: sheet, value: value).write(isFirst: isFirst)
    let widths = value.fittedWidths()
    try writeColumns(widths)
    try writeLooseCells()
    var headers: [Int: Double] = [:]
    for (index, placed) in value.tables.enumerated() {
      let height = try write(placed, widths, index == insertion?.table ? insertion?.rows : nil)
      headers[placed.origin.row] = max(headers[placed.origin.row] ?? 0, height)
    }
    for (position, height) in headers.sorted(by: { $0.key < $1.key }) {
      try check(worksheet_set_row(sheet, row(position), height, nil))
    }
    try writeHeights()
    let conditions = ConditionWriter(sheet: sheet, formats: cells.formats)
    for condition in value.conditions { try conditions.write(condition.rule, over: condition.range) }
    for chart in value.charts { try ChartWriter(book: book, sheet: sheet).write(chart) }
    if let filtered = value.tables.first(where: { $0.table.hasFilter }) { try writeFilter(filtered) }
  }

  private func writeColumns(_ widths: [Int: Double]) throws(ExcelFault) {
    for (position, width) in widths.sorted(by: { $0.key < $1.key }) {
      let column = column(position)
      try check(worksheet_set_column(sheet, column, column, width, nil))
    }
  }

  private func writeLooseCells() throws(ExcelFault) {
    for loose in value.cells {
      let (from, through) = (loose.range.from, loose.range.through)
      if from != through {
        let format = try cells.formats.format(loose.restFormat)
        try check(
          worksheet_merge_range(
            sheet, row(from.row), column(from.column), row(through.row), column(through.column), "", format))
      }
      try cells.write(loose.cell, loose.style, at: from)
    }
  }

  /// - Returns: the height that the header needs.
  private func write(
    _ placed: PlacedTable, _ widths: [Int: Double], _ longRows: PackedRows?
  ) throws(ExcelFault) -> Double {
    let writer = TableWriter(cells: cells, placed: placed, widths: widths)
    let height = try writer.writeHeader()
    if placed.table.rows.count == 0 { try writer.writeEmptyNote() }
    var totals: TableTotals
    if let packed = longRows {
      totals = packed.totals
      packed.cuts.forEach(cells.cuts.add)
      sheet.pointee.dim_rowmax = max(sheet.pointee.dim_rowmax, row(placed.body.through.row))
    } else {
      totals = try writer.writeRows()
    }
    carried.add(&totals, of: placed, in: value.name)
    try writer.writeTotals(totals)
    let conditions = ConditionWriter(sheet: sheet, formats: cells.formats)
    for (offset, column) in placed.table.columns.enumerated() {
      for rule in column.conditions { try conditions.write(rule, over: placed.column(offset)) }
    }
    if let name = placed.table.name, placed.earlier.isEmpty {
      try check(workbook_define_name(book, name, "=\(placed.body.absolute(in: value.name))"))
    }
    return height
  }

  private func writeHeights() throws(ExcelFault) {
    let heights = value.heights(sizes: cells.formats.size)
    for (position, height) in heights.sorted(by: { $0.key < $1.key }) {
      try check(worksheet_set_row(sheet, row(position), height, nil))
    }
  }

  private func writeFilter(_ placed: PlacedTable) throws(ExcelFault) {
    let (from, through) = (placed.header.from, placed.body.through)
    try check(
      worksheet_autofilter(
        sheet, row(from.row), column(from.column), row(through.row), column(through.column)))
  }
}

extension Sheet {
  /// The heights of rows that do not fit their text by themselves, such as joined cells with large type.
  func heights(sizes: (Style) -> Double) -> [Int: Double] {
    var heights = rowHeights
    for loose in cells where loose.range.rowCount == 1 && rowHeights[loose.range.from.row] == nil {
      let (row, size) = (loose.range.from.row, sizes(loose.style))
      if size > 11 { heights[row] = max(heights[row] ?? 0, (size * 1.7).rounded()) }
    }
    return heights
  }
}

/// What the earlier sheets of a table that is too long for one come to.
final class CarriedTotals {
  private var totals: [String: TableTotals] = [:]

  func add(_ sum: inout TableTotals, of placed: PlacedTable, in sheet: String) {
    if let first = placed.earlier.first?.sheet, let before = totals[first] { sum.add(before) }
    totals[placed.earlier.first?.sheet ?? sheet] = sum
  }
}
