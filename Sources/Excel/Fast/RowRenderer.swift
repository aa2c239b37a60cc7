import Reports

/// Renders rows of a table as the XML of a sheet.
struct RowRenderer: ~Copyable {
  private let table: Table
  private let firstRow: Int
  private let firstColumn: Int
  /// The half-width characters that each column holds.
  private let rooms: [Int]
  private var cells: CellRenderer
  private var row = Row()

  private(set) var totals: TableTotals
  var cuts: [TextCut] { cells.cuts }
  var fault: ExcelFault? { cells.fault }

  init(_ placed: PlacedTable, sheet: String, widths: [Int: Double], styles: StyleTable) {
    table = placed.table
    firstRow = placed.origin.row + 1
    firstColumn = placed.origin.column
    rooms = placed.table.columns.indices.map { offset in
      widths[placed.origin.column + offset].map { Int($0) - 2 } ?? .max
    }
    cells = CellRenderer(sheet: sheet, styles: styles, columns: firstColumn + placed.table.columns.count)
    totals = TableTotals(placed.table.columns)
  }

  mutating func render(_ index: Int, into out: inout ByteBuffer) {
    table.rows.read(index, into: &row)
    totals.add(row)
    cells.begin(row: firstRow + index, height: height, into: &out)
    let style = table.style(row, index)
    for offset in rooms.indices {
      let cell = offset < row.cells.count ? row.cells[offset] : .blank
      cells.render(
        cell, row.style(offset) ?? style, column: firstColumn + offset, room: rooms[offset], into: &out)
    }
    out.append("</row>")
  }

  /// Nil where every text fits one line.
  private var height: Double? {
    var lines = 1
    for offset in 0..<min(rooms.count, row.cells.count) {
      if case .text = row.cells[offset] { lines = max(lines, row.cells[offset].lines(in: rooms[offset])) }
    }
    return lines > 1 ? WrappedRow.height(lines) : nil
  }
}
