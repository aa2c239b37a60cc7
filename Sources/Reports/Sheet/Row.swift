/// One row of a table while it is written (明細行): cells from left to right.
///
/// A writer takes one row after another in the same value, so that a million rows never stand in memory.
public struct Row: Sendable {
  public private(set) var cells: [Cell] = []
  /// A style per cell; nil takes the row's.
  public private(set) var styles: [Style?] = []
  /// The style of the whole row; `item` is banded by the table.
  public var style = Style.item

  public init() {}

  public mutating func add(_ cell: Cell, _ style: Style? = nil) {
    cells.append(cell)
    styles.append(style)
  }

  public mutating func add(_ text: String, _ style: Style? = nil) { add(.text(text), style) }

  public mutating func clear() {
    cells.removeAll(keepingCapacity: true)
    styles.removeAll(keepingCapacity: true)
    style = .item
  }
}
