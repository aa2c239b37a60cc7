import Reports

/// Renders rows of a table as the XML of a sheet.
struct RowRenderer: ~Copyable {
  private let table: Table
  private let firstRow: Int
  private let firstColumn: Int
  /// The half-width characters that each column holds.
  private let rooms: [Int]
  /// Whether the text of each column of the row at hand stands on several lines.
  private var wraps: [Bool]
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
    wraps = rooms.map { _ in false }
  }

  mutating func render(_ index: Int, into out: inout ByteBuffer) {
    table.rows.read(index, into: &row)
    totals.add(row)
    cells.begin(row: firstRow + index, height: measure(), into: &out)
    let style = table.style(row, index)
    for offset in rooms.indices {
      let cell = offset < row.cells.count ? row.cells[offset] : .blank
      cells.render(
        cell, row.style(offset) ?? style, column: firstColumn + offset, wraps: wraps[offset], into: &out)
    }
    out.append("</row>")
  }

  /// Finds out which texts wrap, and the height that they need; nil where every text fits one line.
  private mutating func measure() -> Double? {
    var most = 1
    for offset in rooms.indices {
      var lines = 1
      if offset < row.cells.count, case .text(let text) = row.cells[offset] {
        lines = text.lines(in: rooms[offset])
      }
      wraps[offset] = lines > 1
      most = max(most, lines)
    }
    return most > 1 ? WrappedRow.height(most) : nil
  }
}
