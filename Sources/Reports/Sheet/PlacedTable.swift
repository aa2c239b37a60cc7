/// A table at its place in a sheet, and the ranges that charts, links and formulas need.
public struct PlacedTable: Sendable {
  public var table: Table
  /// The left cell of the header.
  public var origin: Address
  /// Where the rows before these stand, when the table is too long for one sheet.
  public var earlier: [Part] = []
  /// More rows follow in a next sheet, and the total with them.
  public var continues = false

  /// Rows of the same table in another sheet.
  public struct Part: Hashable, Sendable {
    public var sheet: String
    public var body: CellRange

    /// The rows of one column, counted from 0.
    public func column(_ index: Int) -> CellRange {
      CellRange(
        Address(row: body.from.row, column: body.from.column + index),
        Address(row: body.through.row, column: body.from.column + index))
    }
  }

  public var header: CellRange {
    CellRange(origin, origin.moved(columns: table.columns.count - 1))
  }
  /// All rows without header and total; one empty row where the table has none.
  public var body: CellRange {
    CellRange(
      origin.moved(rows: 1), origin.moved(rows: table.bodyHeight, columns: table.columns.count - 1))
  }
  /// The rows of one column, counted from 0.
  public func column(_ index: Int) -> CellRange {
    CellRange(
      origin.moved(rows: 1, columns: index), origin.moved(rows: table.bodyHeight, columns: index))
  }
  /// The cell of a row and a column, both counted from 0.
  public func cell(row: Int, column: Int) -> Address { origin.moved(rows: 1 + row, columns: column) }
  public var totalRow: Int? { table.hasTotals && !continues ? origin.row + table.bodyHeight + 1 : nil }
  /// The first row below the table.
  public var nextRow: Int { (totalRow ?? origin.row + table.bodyHeight) + 1 }
}
