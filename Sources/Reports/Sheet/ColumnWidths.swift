import Records

/// The widths that fit a sheet's content (列幅), in half-width characters.
///
/// A long table is measured at rows spread evenly over it; text past `widest` wraps.
extension Sheet {
  static let narrowest = 6.0
  static let widest = 44.0
  static let measuredRows = 2_000

  public func fittedWidths() -> [Int: Double] {
    var widths: [Int: Double] = [:]
    for loose in cells
    where loose.range.columnCount == 1 && columnWidths[loose.range.from.column] == nil
      && loose.style.fitsColumn
    {
      widen(&widths, loose.range.from.column, loose.cell.halfWidths + 1)
    }
    for placed in tables where !hasWidths(placed) { measure(placed, &widths) }
    for (column, width) in widths {
      widths[column] = Swift.min(Sheet.widest, Swift.max(Sheet.narrowest, width))
    }
    for placed in tables {
      for (index, column) in placed.table.columns.enumerated() {
        if let width = column.width { widths[placed.origin.column + index] = width }
      }
    }
    return widths.merging(columnWidths) { _, explicit in explicit }
  }

  /// Whether the sheet says itself how wide every column of the table is.
  private func hasWidths(_ placed: PlacedTable) -> Bool {
    (placed.origin.column...placed.header.through.column).allSatisfy { columnWidths[$0] != nil }
  }

  private func measure(_ placed: PlacedTable, _ widths: inout [Int: Double]) {
    let table = placed.table
    for (index, column) in table.columns.enumerated() {
      let title = column.title.halfWidths
      // Long titles stand on two lines; the button of the filter needs room beside them.
      widen(
        &widths, placed.origin.column + index,
        (title > 14 ? title / 2 + 1 : title) + (table.hasFilter ? 3 : 1))
      if case .label(let label) = column.total {
        widen(&widths, placed.origin.column + index, label.halfWidths + 4)
      }
    }
    var row = Row()
    let step = Swift.max(1, table.rows.count / Sheet.measuredRows)
    var widest = [Int](repeating: 0, count: table.columns.count)
    var sums = widest
    let summed = table.columns.indices.filter { table.columns[$0].total == .sum }
    for index in stride(from: 0, to: table.rows.count, by: step) {
      table.rows.read(index, into: &row)
      for offset in 0..<Swift.min(widest.count, row.cells.count) {
        widest[offset] = Swift.max(widest[offset], row.cells[offset].halfWidths)
      }
      for offset in summed where offset < row.cells.count {
        guard let amount = row.cells[offset].wholeFigure else { continue }
        sums[offset] = sums[offset].addingReportingOverflow(abs(amount)).partialValue
      }
    }
    for (offset, width) in widest.enumerated() where table.rows.count > 0 {
      widen(&widths, placed.origin.column + offset, width + 4)
    }
    for offset in summed {
      let sum = sums[offset].multipliedReportingOverflow(by: step).partialValue
      widen(&widths, placed.origin.column + offset, Cell.number(sum).halfWidths + 5)
    }
  }

  private func widen(_ widths: inout [Int: Double], _ column: Int, _ width: Int) {
    widths[column] = Swift.max(widths[column] ?? 0, Double(width))
  }
}

extension Style {
  /// Headings and notes run on over empty cells and do not widen their column.
  fileprivate var fitsColumn: Bool {
    switch self {
    case .title, .subtitle, .note, .paragraph, .section, .draftMark: false
    default: true
    }
  }
}

extension Cell {
  /// How wide the cell stands, as formatted.
  var halfWidths: Int {
    switch self {
    case .blank: 0
    case .text(let text), .link(let text, _): TextBlock(text, room: .max).widest
    case .number(let number): Cell.grouped(number)
    case .decimal(let number): Cell.grouped(Int(exactly: number.rounded()) ?? 0) + 2
    case .yen(let yen): Cell.grouped(yen.amount)
    case .day: 10
    case .instant, .deadline: 16
    case .permille: 6
    case .percent: 4
    case .flag: 1
    case .formula(_, let value): value.halfWidths
    }
  }

  var wholeFigure: Int? {
    switch self {
    case .number(let number): number
    case .yen(let yen): yen.amount
    case .formula(_, let value): value.wholeFigure
    default: nil
    }
  }

  private static func grouped(_ number: Int) -> Int {
    let digits = String(number.magnitude).utf8.count
    return digits + (digits - 1) / 3 + (number < 0 ? 1 : 0)
  }
}
