/// Rows of paper that were laid out, before it is known where they stand (紙面の帯); rows count from 1.
struct PaperStrip: Sendable {
  var heights: [Double] = []
  var cells: [Sheet.Loose] = []

  var height: Double { heights.reduce(0, +) }

  /// `lower` right below this strip.
  func over(_ lower: PaperStrip) -> PaperStrip {
    PaperStrip(heights: heights + lower.heights, cells: cells + lower.cells(below: heights.count))
  }

  /// Both beginning at the same row; each row as high as the higher of the two.
  func beside(_ other: PaperStrip) -> PaperStrip {
    let rows = max(heights.count, other.heights.count)
    let joined = (0..<rows).map { row in
      max(row < heights.count ? heights[row] : 0, row < other.heights.count ? other.heights[row] : 0)
    }
    return PaperStrip(heights: joined, cells: cells + other.cells)
  }

  func cells(below rows: Int) -> [Sheet.Loose] {
    cells.map { cell in
      var moved = cell
      moved.range = CellRange(cell.range.from.moved(rows: rows), cell.range.through.moved(rows: rows))
      return moved
    }
  }
}
