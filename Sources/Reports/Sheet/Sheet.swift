/// A sheet as a value (シート): cells, tables and charts at their places, before it is a file.
public struct Sheet: Sendable {
  public static let maximumRows = 1_048_576
  public static let maximumColumns = 16_384

  /// A cell outside the tables; `through` makes it one with its neighbours.
  public struct Loose: Sendable {
    public var cell: Cell
    public var style: Style
    public var range: CellRange
  }

  public var name: String
  public var cells: [Loose] = []
  public var tables: [PlacedTable] = []
  public var charts: [Chart] = []
  public var conditions: [Condition] = []
  public var page = Page()
  /// In points; rows without one fit their text.
  public var rowHeights: [Int: Double] = [:]
  /// In characters of half width; columns without one fit their content.
  public var columnWidths: [Int: Double] = [:]
  /// The first cell that scrolls: rows above and columns to its left stay.
  public var frozenAt: Address?
  public var tabColour: Colour?
  public var showsGridlines = false
  public var zoom = 100
  /// Not shown; formulas and charts may use it.
  public var isHidden = false

  public init(name: String, page: Page = Page()) {
    self.name = name
    self.page = page
  }

  /// A later cell at the same place wins.
  public mutating func put(_ cell: Cell, _ style: Style = .item, at address: Address) {
    cells.append(Loose(cell: cell, style: style, range: CellRange(address, address)))
  }

  public mutating func put(_ text: String, _ style: Style = .item, at address: Address) {
    put(.text(text), style, at: address)
  }

  /// Joins the cells of `range`, which may not overlap another join or a table.
  public mutating func merge(_ range: CellRange, _ cell: Cell, _ style: Style) {
    cells.append(Loose(cell: cell, style: style, range: range))
  }

  /// Puts a table with its header at `address` and says where its parts are.
  @discardableResult
  public mutating func place(_ table: Table, at address: Address) -> PlacedTable {
    let placed = PlacedTable(table: table, origin: address)
    tables.append(placed)
    return placed
  }

  public mutating func mark(_ range: CellRange, _ test: Condition.Test, _ style: Style = .item) {
    conditions.append(Condition(range, test, style))
  }

  /// The first row below everything that stands in the sheet.
  public var nextRow: Int {
    let loose = cells.map { $0.range.through.row + 1 }.max() ?? 1
    return max(loose, tables.map(\.nextRow).max() ?? 1)
  }

  /// A sheet's name as formulas write it: `'SLA detail'`.
  public static func quoted(_ name: String) -> String {
    "'\(String(name.flatMap { $0 == "'" ? "''" : String($0) }))'"
  }
}
