import Reports

/// Renders a whole sheet of loose cells as XML, with the elements that libxlsxwriter would have written.
struct SheetXML: ~Copyable {
  private let sheet: Sheet
  private let heights: [Int: Double]
  private var cells: CellRenderer

  var cuts: [TextCut] { cells.cuts }
  var fault: ExcelFault? { cells.fault }

  init(_ sheet: Sheet, styles: StyleTable, sizes: (Style) -> Double) {
    self.sheet = sheet
    heights = sheet.heights(sizes: sizes)
    let columns = sheet.cells.map(\.range.through.column).max() ?? 1
    cells = CellRenderer(sheet: sheet.name, styles: styles, columns: columns)
  }

  mutating func render(into out: inout ByteBuffer) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    out.append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")
    out.append(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
    if sheet.page.fits { out.append("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>") }
    let places = places()
    renderDimension(places, &out)
    out.append("<sheetViews><sheetView")
    if !sheet.showsGridlines { out.append(" showGridLines=\"0\"") }
    out.append(
      " tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>")
    renderColumns(&out)
    out.append("<sheetData>")
    renderRows(places, &out)
    out.append("</sheetData>")
    renderJoins(&out)
    PageXML(page: sheet.page).render(into: &out)
    out.append("</worksheet>")
  }

  /// Every single cell: its row, its column, and the loose cell that it belongs to; in the order of the file.
  private func places() -> [Int] {
    var places: [Int] = []
    for (index, loose) in sheet.cells.enumerated() {
      for row in loose.range.from.row...loose.range.through.row {
        for column in loose.range.from.column...loose.range.through.column {
          places.append(row << 40 | column << 24 | index)
        }
      }
    }
    places.sort()
    return places
  }

  private func renderDimension(_ places: [Int], _ out: inout ByteBuffer) {
    let rows = places.map { $0 >> 40 } + heights.keys
    let columns = places.map { $0 >> 24 & 0xFFFF }
    let range = CellRange(
      Address(row: rows.min() ?? 1, column: columns.min() ?? 1),
      Address(row: rows.max() ?? 1, column: columns.max() ?? 1))
    out.append("<dimension ref=\"")
    cells.append(range, to: &out)
    out.append("\"/>")
  }

  private func renderColumns(_ out: inout ByteBuffer) {
    let widths = sheet.fittedWidths().sorted { $0.key < $1.key }
    guard !widths.isEmpty else { return }
    out.append("<cols>")
    for (column, width) in widths {
      out.append("<col min=\"")
      out.append(decimal: column)
      out.append("\" max=\"")
      out.append(decimal: column)
      out.append("\" width=\"")
      // Characters as Excel counts them: 7 pixels each and 5 around, in steps of 1/256.
      out.append(
        number: width < 1
          ? Double(Int(Double(Int(width * 12 + 0.5)) / 7 * 256)) / 256
          : Double(Int(Double(Int(width * 7 + 0.5) + 5) / 7 * 256)) / 256)
      out.append("\" customWidth=\"1\"/>")
    }
    out.append("</cols>")
  }

  private mutating func renderRows(_ places: [Int], _ out: inout ByteBuffer) {
    var bare = heights.keys.sorted()[...]
    var row = 0
    for (index, place) in places.enumerated() {
      // Of several cells at one place the last stands.
      if index + 1 < places.count, places[index + 1] >> 24 == place >> 24 { continue }
      if place >> 40 != row {
        if row > 0 { out.append("</row>") }
        row = place >> 40
        renderBareRows(&bare, before: row, &out)
        cells.begin(row: row, height: heights[row], into: &out)
      }
      render(place, &out)
    }
    if row > 0 { out.append("</row>") }
    renderBareRows(&bare, before: .max, &out)
  }

  /// Rows that have a height, but no cells.
  private func renderBareRows(_ bare: inout ArraySlice<Int>, before row: Int, _ out: inout ByteBuffer) {
    while let next = bare.first, next <= row {
      bare.removeFirst()
      guard next < row, let height = heights[next] else { continue }
      out.append("<row r=\"")
      out.append(decimal: next)
      out.append("\" ht=\"")
      out.append(number: height)
      out.append("\" customHeight=\"1\"/>")
    }
  }

  private mutating func render(_ place: Int, _ out: inout ByteBuffer) {
    let loose = sheet.cells[place & 0xFF_FFFF]
    let address = Address(row: place >> 40, column: place >> 24 & 0xFFFF)
    if address == loose.range.from {
      cells.render(
        loose.cell, loose.style, column: address.column, wraps: loose.cell.hasLines, into: &out)
    } else {
      cells.renderBlank(loose.restFormat, column: address.column, into: &out)
    }
  }

  private func renderJoins(_ out: inout ByteBuffer) {
    let joins = sheet.cells.filter { $0.range.from != $0.range.through }
    guard !joins.isEmpty else { return }
    out.append("<mergeCells count=\"")
    out.append(decimal: joins.count)
    out.append("\">")
    for join in joins {
      out.append("<mergeCell ref=\"")
      cells.append(join.range, to: &out)
      out.append("\"/>")
    }
    out.append("</mergeCells>")
  }
}
