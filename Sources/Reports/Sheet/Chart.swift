/// A native chart over cells of the workbook (グラフ).
public struct Chart: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case column, stackedColumn, bar, stackedBar, line
  }
  public enum Legend: Sendable { case none, top, right, bottom }

  /// Cells of one sheet, in one row or column.
  public struct Source: Hashable, Sendable {
    public var sheet: String
    public var range: CellRange

    public init(sheet: String, _ range: CellRange) {
      self.sheet = sheet
      self.range = range
    }
  }

  public struct Series: Sendable {
    public var name: String
    public var categories: Source
    public var values: Source
    public var colour: Colour
    /// A line of dashes, such as an objective.
    public var isDashed = false
    public var hasLabels = false

    public init(
      name: String, categories: Source, values: Source, colour: Colour, isDashed: Bool = false,
      hasLabels: Bool = false
    ) {
      self.name = name
      self.categories = categories
      self.values = values
      self.colour = colour
      self.isDashed = isDashed
      self.hasLabels = hasLabels
    }
  }

  /// An axis: its title with the unit, its number format and its ends.
  public struct Axis: Hashable, Sendable {
    public var title: String?
    public var numberFormat: String?
    public var minimum: Double?
    public var maximum: Double?
    public var majorUnit: Double?

    public init(
      title: String? = nil, numberFormat: String? = nil, minimum: Double? = nil, maximum: Double? = nil,
      majorUnit: Double? = nil
    ) {
      self.title = title
      self.numberFormat = numberFormat
      self.minimum = minimum
      self.maximum = maximum
      self.majorUnit = majorUnit
    }
  }

  public var kind: Kind
  public var title: String
  public var series: [Series]
  public var categoryAxis = Axis()
  public var valueAxis = Axis()
  public var legend = Legend.bottom
  /// The space between columns or bars, in percent of their width.
  public var gap = 60
  /// The first category stands on top of a bar chart, as it does in its table.
  public var isTopDown = true
  public var anchor: Address
  /// In pixels at 96 to the inch.
  public var width = 480
  public var height = 288

  public init(kind: Kind, title: String, series: [Series], anchor: Address) {
    self.kind = kind
    self.title = title
    self.series = series
    self.anchor = anchor
  }
}
