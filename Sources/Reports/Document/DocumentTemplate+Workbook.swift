extension DocumentTemplate {
  /// Lays a document out on A4 pages, ready to be written.
  public func workbook(_ values: DocumentValues, properties: Workbook.Properties) -> Workbook {
    let layout = layout(of: values)
    var sheet = Sheet(name: sheetName, page: page)
    sheet.cells = layout.cells
    sheet.rowHeights = layout.heights
    sheet.columnWidths = columnWidths
    sheet.page.header = line(header, values)
    sheet.page.footer = line(footer, values)
    sheet.page.centersHorizontally = true
    sheet.page.breaksAfter = layout.breaksAfter
    sheet.page.scale = layout.breaksAfter.isEmpty ? nil : scale
    // One page stays one page, whatever the fonts; several are parted where the layout parts them.
    sheet.page.fitsTall = layout.breaksAfter.isEmpty ? 1 : 0
    let columns = columnWidths.keys.max() ?? 1
    sheet.page.printArea = CellRange(
      Address(row: 1, column: 1), Address(row: max(1, layout.rows), column: columns))
    var workbook = Workbook(properties: properties, sheets: [sheet])
    workbook.looks = looks
    return workbook
  }

  /// A document that would leave a little over for a second page is printed smaller instead.
  private func layout(of values: DocumentValues) -> DocumentLayout {
    let page = height(atScale: scale(perCharacter: 7))
    let single = DocumentLayout(self, values, pageHeight: page * DocumentTemplate.squeeze)
    return single.breaksAfter.isEmpty ? single : DocumentLayout(self, values, pageHeight: pageHeight)
  }

  /// How much higher than the page a document may be to be printed on one page.
  static let squeeze = 1.2

  private func line(_ line: Line, _ values: DocumentValues) -> Page.Line {
    let words = DocumentWords(document: values.fields)
    return Page.Line(
      left: line.left.words(words, notation), center: line.center.words(words, notation),
      right: line.right.words(words, notation))
  }

  /// In percent, so that the columns of several pages fit the width of the paper; never enlarged.
  ///
  /// A viewer without Calibri draws columns a quarter wider, and a column that falls off the page is worse than small print.
  var scale: Int { scale(perCharacter: 8.8) }

  /// A column of n characters is 7n + 5 pixels wide, 96 to the inch.
  private func scale(perCharacter pixels: Double) -> Int {
    let width = columnWidths.values.reduce(0) { $0 + pixels * $1 + 5 } / 96
    return min(100, max(10, Int((paper.width - page.margins.left - page.margins.right) / width * 100)))
  }

  /// What fits one of several pages, in points of the sheet.
  var pageHeight: Double { height(atScale: scale) }

  /// A little is kept back for printers' rounding.
  private func height(atScale scale: Int) -> Double {
    (paper.height - page.margins.top - page.margins.bottom) * 72 * 0.98 / (Double(scale) / 100)
  }

  /// A4, in inches.
  private var paper: (width: Double, height: Double) {
    page.orientation == .portrait ? (8.27, 11.69) : (11.69, 8.27)
  }

  /// How many half-width characters of a look surely fit a range; fonts differ by some percent.
  func room(_ range: CellRange, _ look: Look) -> Int {
    let width = (range.from.column...range.through.column).reduce(0) {
      $0 + (columnWidths[$1] ?? 8.43) * 7 + 5
    }
    let character = look.size * 96 / 72 / 2 * 1.08
    return max(1, Int((width - 8 - 10 * Double(look.indent)) / character))
  }
}
