/// The layout of a document (帳票レイアウト), as `Templates/invoice.<lang>.yml` has it.
public struct DocumentTemplate: Sendable {
  /// How days and amounts are written inside a sentence.
  public enum Notation: String, CaseIterable, Sendable { case japanese, slashes, hyphens }

  var sheetName: String
  var page: Page
  var header: Line
  var footer: Line
  var notation: Notation
  /// In points, for rows that say nothing else.
  var rowHeight: Double
  /// In characters of half width.
  var columnWidths: [Int: Double]
  var looks: [Look]
  var sections: [Section]

  /// The head or foot of a page.
  struct Line: Sendable {
    var left = DocumentText()
    var center = DocumentText()
    var right = DocumentText()
  }

  /// Rows that stand together; with a band, once for each of its lines.
  struct Section: Sendable {
    var conditions: [Condition] = []
    var band: String?
    /// Above the lines of a band, and again at the top of each page that they run on to.
    var header = Block()
    var body = Block()
    /// Sections that stand side by side, each column from top to bottom; in place of cells of its own.
    var columns: [[Section]] = []
    /// Never parted by the end of a page, where it fits one.
    var isKept = false

    /// The columns of the sheet that it may write into.
    var occupied: [Int] {
      (header.cells + body.cells).flatMap { Array($0.range.from.column...$0.range.through.column) }
        + columns.joined().flatMap(\.occupied)
    }
  }

  /// Cells whose rows count from the first row of the block.
  struct Block: Sendable {
    var cells: [TemplateCell] = []
    var heights: [Int: Double] = [:]
    /// As many as its cells and heights reach down.
    var rowCount = 0
  }

  struct TemplateCell: Sendable {
    var range: CellRange
    var text: DocumentText
    /// The position of its look.
    var look: Int
    var conditions: [Condition]
  }

  /// Shown when a word has a value, or when it has none.
  struct Condition: Sendable {
    var word: String
    var isWanted: Bool
  }
}
