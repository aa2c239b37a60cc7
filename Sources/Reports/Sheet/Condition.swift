/// A format that depends on a cell's value (条件付き書式).
public struct Condition: Hashable, Sendable {
  public enum Test: Hashable, Sendable {
    case equals(String)
    case contains(String)
    case less(than: Double)
    case greater(than: Double)
    case between(Double, Double)
    /// A formula for the top left cell of the range, without its `=`.
    case formula(String)
    /// A bar in the cell, as long as its value; negative values to the left in `palePink`.
    case dataBar(Colour)
  }

  /// A test and the style of cells that meet it; a data bar has none.
  public struct Rule: Hashable, Sendable {
    public var test: Test
    public var style: Style

    public init(_ test: Test, _ style: Style = .item) {
      self.test = test
      self.style = style
    }
  }

  public var range: CellRange
  public var rule: Rule

  public init(_ range: CellRange, _ test: Test, _ style: Style = .item) {
    self.range = range
    self.rule = Rule(test, style)
  }
}
