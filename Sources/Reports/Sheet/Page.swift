/// How a sheet prints (印刷設定): A4, one page wide.
public struct Page: Hashable, Sendable {
  public enum Orientation: String, CaseIterable, Sendable { case portrait, landscape }

  /// Text of a page's head or foot; `{page}`, `{pages}` and `{sheet}` stand for what they say.
  public struct Line: Hashable, Sendable {
    public var left: String
    public var center: String
    public var right: String

    public init(left: String = "", center: String = "", right: String = "") {
      self.left = left
      self.center = center
      self.right = right
    }
  }

  /// In inches.
  public struct Margins: Hashable, Sendable {
    public var left: Double
    public var right: Double
    public var top: Double
    public var bottom: Double

    public init(left: Double = 0.5, right: Double = 0.5, top: Double = 0.6, bottom: Double = 0.6) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
    }
  }

  public var orientation = Orientation.landscape
  /// Pages in width; 0 leaves it open.
  public var fitsWide = 1
  /// Pages in height; 0 lets it run.
  public var fitsTall = 0
  /// In percent of the natural size; in place of fitting, so that `breaksAfter` holds.
  public var scale: Int?
  public var margins = Margins()
  public var header = Line()
  public var footer = Line(left: "{sheet}", right: "{page} / {pages}")
  /// Rows that every page begins with, from 1, both included; nil takes the sheet's one table header.
  public var titleRows: ClosedRange<Int>?
  public var printArea: CellRange?
  /// A new page begins below each of these rows.
  public var breaksAfter: [Int] = []
  public var centersHorizontally = false

  public init(orientation: Orientation = .landscape) { self.orientation = orientation }
}
