import CXlsxWriter
import Reports

/// Sets how a sheet looks on the screen and on paper.
struct PageWriter {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let value: Sheet

  func write(isFirst: Bool) throws(ExcelFault) {
    writeView(isFirst: isFirst)
    let page = value.page
    worksheet_set_paper(sheet, 9)
    if page.orientation == .landscape {
      worksheet_set_landscape(sheet)
    } else {
      worksheet_set_portrait(sheet)
    }
    if let scale = page.scale {
      worksheet_set_print_scale(sheet, UInt16(clamping: scale))
    } else if page.fitsWide > 0 || page.fitsTall > 0 {
      worksheet_fit_to_pages(sheet, UInt16(clamping: page.fitsWide), UInt16(clamping: page.fitsTall))
    }
    worksheet_set_margins(sheet, page.margins.left, page.margins.right, page.margins.top, page.margins.bottom)
    if page.centersHorizontally { worksheet_center_horizontally(sheet) }
    if let header = page.header.code { try check(worksheet_set_header(sheet, header)) }
    if let footer = page.footer.code { try check(worksheet_set_footer(sheet, footer)) }
    if let rows = page.titleRows ?? value.onlyTable.map({ $0.origin.row...$0.origin.row }) {
      try check(worksheet_repeat_rows(sheet, row(rows.lowerBound), row(rows.upperBound)))
    }
    if let area = page.printArea {
      try check(
        worksheet_print_area(
          sheet, row(area.from.row), column(area.from.column), row(area.through.row),
          column(area.through.column)))
    }
    if !page.breaksAfter.isEmpty {
      var breaks = page.breaksAfter.filter { $0 > 0 }.map { lxw_row_t(clamping: $0) } + [0]
      try check(worksheet_set_h_pagebreaks(sheet, &breaks))
    }
  }

  private func writeView(isFirst: Bool) {
    if !value.showsGridlines { worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
    if value.zoom != 100 { worksheet_set_zoom(sheet, UInt16(clamping: value.zoom)) }
    if let colour = value.tabColour { worksheet_set_tab_color(sheet, colour.rgb) }
    if value.isHidden { worksheet_hide(sheet) }
    if isFirst { worksheet_activate(sheet) }
    if isFirst { worksheet_set_first_sheet(sheet) }
    if let place = value.frozenAt ?? value.frozenBelowHeader {
      worksheet_freeze_panes(sheet, row(place.row), column(place.column))
    }
  }
}

extension Sheet {
  var onlyTable: PlacedTable? { tables.count == 1 ? tables[0] : nil }

  /// Below the header of the sheet's one table, unless that stands too far down to stay on the screen.
  fileprivate var frozenBelowHeader: Address? {
    guard let table = onlyTable, table.table.hasFilter, table.origin.row <= 15, charts.isEmpty else {
      return nil
    }
    return Address(row: table.origin.row + 1, column: 1)
  }
}
