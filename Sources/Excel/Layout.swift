import Reports

/// Refuses what Excel would repair: cells off the sheet, joins and tables that lie over each other.
enum Layout {
  static func check(_ sheet: Sheet) throws(ExcelFault) {
    let joins = sheet.cells.map(\.range).filter { $0.from != $0.through }
    let tables = sheet.tables.map(\.whole)
    for range in sheet.cells.map(\.range) + tables where !range.isOnSheet {
      throw .layout(sheet: sheet.name, "\(range) is not on the sheet")
    }
    for placed in sheet.tables where placed.table.columns.isEmpty {
      throw .layout(sheet: sheet.name, "the table at \(placed.origin) has no columns")
    }
    let areas = joins + tables
    for (index, area) in areas.enumerated() {
      for other in areas[..<index] where area.overlaps(other) {
        throw .layout(sheet: sheet.name, "\(area) lies over \(other)")
      }
    }
  }
}

extension PlacedTable {
  var whole: CellRange {
    CellRange(origin, Address(row: nextRow - 1, column: origin.column + max(1, table.columns.count) - 1))
  }
}

extension CellRange {
  fileprivate var isOnSheet: Bool {
    from.row >= 1 && from.column >= 1 && from.row <= through.row && from.column <= through.column
      && through.row <= Sheet.maximumRows && through.column <= Sheet.maximumColumns
  }
}
