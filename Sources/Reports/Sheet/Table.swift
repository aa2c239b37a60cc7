/// A table of a sheet (一覧表): a header, rows, and a total below them.
public struct Table: Sendable {
  public struct Column: Sendable {
    public var title: String
    /// In characters of half width; nil fits the content.
    public var width: Double?
    public var total: Total?
    /// Marks cells by their value, over all rows.
    public var conditions: [Condition.Rule]

    public init(_ title: String, width: Double? = nil, total: Total? = nil, conditions: [Condition.Rule] = [])
    {
      self.title = title
      self.width = width
      self.total = total
      self.conditions = conditions
    }
  }

  /// What stands below a column: a formula over the rows that a filter leaves, with its value for all of them.
  public enum Total: Hashable, Sendable {
    case label(String)
    /// `SUBTOTAL(109, ...)`; takes the kind of the column's first figure.
    case sum
    /// `SUBTOTAL(103, ...)`: how many cells are not empty.
    case count
    /// A formula of the table's own; `{column}` stands for the column's cells.
    case formula(String, Cell)
  }

  /// The name under which formulas know the rows; letters, digits and `_`, unique in the workbook.
  public var name: String?
  public var columns: [Column]
  public var rows: Rows
  public var hasFilter = true
  public var isBanded = true
  /// Said in the first row where there are no rows.
  public var emptyNote: String?

  public init(
    name: String? = nil, columns: [Column], rows: Rows, hasFilter: Bool = true, isBanded: Bool = true,
    emptyNote: String? = nil
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.hasFilter = hasFilter
    self.isBanded = isBanded
    self.emptyNote = emptyNote
  }

  public var hasTotals: Bool { columns.contains { $0.total != nil } }
  /// An empty table keeps one row, so that its ranges are never empty.
  public var bodyHeight: Int { max(1, rows.count) }
}
