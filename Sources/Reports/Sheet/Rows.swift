/// The rows of a table (明細): how many, and each by its index from 0.
///
/// `fill` is called in any order, more than once for an index, and from several threads at once: it must give the
/// same row each time. Nothing is kept, so a table costs the memory of what `fill` captures.
public struct Rows: Sendable {
  public let count: Int
  private let body: @Sendable (Int, inout Row) -> Void

  public init(count: Int, fill: @escaping @Sendable (_ index: Int, _ row: inout Row) -> Void) {
    self.count = count
    self.body = fill
  }

  /// The rows of `items`, one each.
  public init<Item: Sendable>(
    _ items: [Item], fill: @escaping @Sendable (_ item: Item, _ row: inout Row) -> Void
  ) {
    self.init(count: items.count) { index, row in fill(items[index], &row) }
  }

  /// Rows that are short and known.
  public init(_ rows: [[Cell]]) {
    self.init(rows) { cells, row in
      for cell in cells { row.add(cell) }
    }
  }

  public static let none = Rows(count: 0) { _, _ in }

  /// Replaces what `row` held.
  public func read(_ index: Int, into row: inout Row) {
    row.clear()
    body(index, &row)
  }

  /// The rows of `range`, counted from 0 anew.
  public func slice(_ range: Range<Int>) -> Rows {
    let body = self.body
    return Rows(count: range.count) { index, row in body(range.lowerBound + index, &row) }
  }
}
