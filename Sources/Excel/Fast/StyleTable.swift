import Reports

/// The positions of formats in the file's list, assigned before the first row, so that threads only read them.
struct StyleTable: Sendable {
  private let marks: [ShortText]

  /// - Parameter used: the formats that rows may have, in the order in which they are assigned.
  init(_ formats: Formats, _ used: [CellFormat]) throws(ExcelFault) {
    var marks = Array(repeating: Self.none, count: (used.map(\.position).max() ?? -1) + 1)
    for format in used { marks[format.position] = ShortText(String(try formats.index(format)).utf8) }
    self.marks = marks
  }

  @inline(__always)
  func mark(_ format: CellFormat) -> ShortText {
    let position = format.position
    return position < marks.count ? marks[position] : Self.none
  }

  private static let none = ShortText("0".utf8)
}
