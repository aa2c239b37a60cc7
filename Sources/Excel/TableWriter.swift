import CXlsxWriter
import Reports

/// Writes a table: header, rows, total, conditions.
struct TableWriter {
  let cells: CellWriter
  let placed: PlacedTable
  let widths: [Int: Double]

  private var table: Table { placed.table }
  /// The room for text in a column, in half-width characters.
  private func width(_ offset: Int) -> Int {
    widths[placed.origin.column + offset].map { Int($0) - 2 } ?? .max
  }

  /// A title has the width less the room of the filter's button, as `Sheet.fittedWidths` gives it.
  /// - Returns: the height that the header needs, in points; tables beside each other share their row.
  func writeHeader() throws(ExcelFault) -> Double {
    var lines = 1
    for (offset, column) in table.columns.enumerated() {
      try cells.write(.text(column.title), .header, at: placed.origin.moved(columns: offset))
      let width = widths[placed.origin.column + offset].map { Int($0) } ?? .max
      let room = max(1, width - (table.hasFilter ? 3 : 1))
      lines = max(lines, (column.title.halfWidths + room - 1) / room)
    }
    return 8 + 14 * Double(min(lines, 4))
  }

  /// Writes the rows one by one and says what they come to.
  func writeRows() throws(ExcelFault) -> TableTotals {
    var totals = TableTotals(table.columns)
    var row = Row()
    for index in 0..<table.rows.count {
      table.rows.read(index, into: &row)
      totals.add(row)
      let style = table.style(row, index)
      var lines = 1
      for offset in table.columns.indices {
        let cell = offset < row.cells.count ? row.cells[offset] : .blank
        let place = placed.cell(row: index, column: offset)
        try cells.write(cell, row.style(offset) ?? style, at: place, wrapsPast: width(offset))
        lines = max(lines, cell.lines(in: width(offset)))
      }
      if lines > 1 { try setHeight(of: placed.origin.row + 1 + index, lines: lines) }
    }
    return totals
  }

  /// Viewers differ in whether they make room for wrapped text themselves.
  private func setHeight(of position: Int, lines: Int) throws(ExcelFault) {
    try check(worksheet_set_row(cells.sheet, Excel.row(position), WrappedRow.height(lines), nil))
  }

  func writeEmptyNote() throws(ExcelFault) {
    for offset in table.columns.indices {
      let note = offset == 0 ? table.emptyNote.map { Cell.text($0) } ?? .blank : .blank
      try cells.write(note, .muted, at: placed.cell(row: 0, column: offset))
    }
  }

  func writeTotals(_ totals: TableTotals) throws(ExcelFault) {
    guard let totalRow = placed.totalRow else { return }
    if let column = totals.overflowed {
      throw .totalOverflow(sheet: cells.name, column: table.columns[column].title)
    }
    for (offset, column) in table.columns.enumerated() {
      let place = Address(row: totalRow, column: placed.origin.column + offset)
      try cells.write(total(column.total, totals, offset), .total, at: place)
    }
  }

  private func total(_ total: Table.Total?, _ totals: TableTotals, _ offset: Int) -> Cell {
    let isEmpty = table.rows.count == 0 && placed.earlier.isEmpty
    switch total {
    case nil: return .blank
    case .label(let label): return .text(label)
    case .sum: return .formula(subtotal(109, offset), totals.sum(offset))
    // The note of an empty table would be counted.
    case .count: return isEmpty ? .number(0) : .formula(subtotal(103, offset), totals.count(offset))
    case .formula(let formula, let value):
      return .formula(formula.replacing("{column}", with: placed.column(offset).description), value)
    }
  }

  /// Over this sheet's rows and those that stand in earlier sheets.
  private func subtotal(_ function: Int, _ offset: Int) -> String {
    let earlier = placed.earlier.map { part in
      "SUBTOTAL(\(function),\(part.column(offset).absolute(in: part.sheet)))"
    }
    return (earlier + ["SUBTOTAL(\(function),\(placed.column(offset)))"]).joined(separator: "+")
  }
}

extension Table {
  /// The style of a row: every second one is shaded where the table is banded.
  func style(_ row: Row, _ index: Int) -> Style {
    isBanded && row.style == .item && index % 2 == 1 ? .itemAlternate : row.style
  }
}

extension Row {
  func style(_ offset: Int) -> Style? { offset < styles.count ? styles[offset] : nil }
}

/// The height of a row whose text stands on several lines, in points; Excel allows 409.
enum WrappedRow {
  static func height(_ lines: Int) -> Double { min(409, 15 * Double(lines) + 2) }
}
