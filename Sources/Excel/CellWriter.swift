import CXlsxWriter
import Records
import Reports

/// Writes single cells of one sheet through libxlsxwriter.
struct CellWriter {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let name: String
  let formats: Formats
  let cuts: TextCuts

  func write(_ cell: Cell, _ style: Style, at place: Address, wrapsPast width: Int = .max) throws(ExcelFault)
  {
    let format = try formats.format(CellFormat(cell, style, wraps: cell.lines(in: width) > 1))
    let (row, column) = (row(place.row), column(place.column))
    switch cell {
    case .blank: try check(worksheet_write_blank(sheet, row, column, format))
    case .text(let text):
      try check(worksheet_write_string(sheet, row, column, safe(text, at: place), format))
    case .flag(let flag): try check(worksheet_write_string(sheet, row, column, flag ? "Y" : "N", format))
    case .formula(let formula, let value):
      try writeFormula(formula, value, at: place, format)
    case .link(let text, let target):
      try check(
        worksheet_write_url_opt(
          sheet, row, column, "internal:\(Sheet.quoted(target.sheet))!\(target.address)", format,
          safe(text, at: place), nil))
    default:
      try writeFigure(cell, at: place, format)
    }
  }

  private func writeFigure(
    _ cell: Cell, at place: Address, _ format: UnsafeMutablePointer<lxw_format>
  ) throws(ExcelFault) {
    guard let figure = cell.figure else { return }
    guard figure.isFinite else { throw .notANumber(sheet: name, cell: place.description) }
    guard abs(figure) < 1e15 else {
      // Excel keeps 15 digits; longer figures stay exact as text.
      try check(worksheet_write_string(sheet, row(place.row), column(place.column), cell.digits, format))
      return
    }
    try check(worksheet_write_number(sheet, row(place.row), column(place.column), figure, format))
  }

  private func writeFormula(
    _ formula: String, _ value: Cell, at place: Address, _ format: UnsafeMutablePointer<lxw_format>
  ) throws(ExcelFault) {
    let (row, column) = (row(place.row), column(place.column))
    let formula = SafeText(formula).text
    if let figure = value.figure {
      guard figure.isFinite else { throw .notANumber(sheet: name, cell: place.description) }
      try check(worksheet_write_formula_num(sheet, row, column, "=\(formula)", format, figure))
    } else {
      try check(
        worksheet_write_formula_str(sheet, row, column, "=\(formula)", format, safe(value.words, at: place)))
    }
  }

  private func safe(_ text: String, at place: Address) -> String {
    let safe = SafeText(text)
    if safe.isCut { cuts.add(TextCut(sheet: name, cell: place)) }
    return safe.text
  }
}

extension Cell {
  /// The number that stands in the file; nil for text.
  var figure: Double? {
    switch self {
    case .number(let number): Double(number)
    case .decimal(let number): number
    case .yen(let yen): Double(yen.amount)
    case .day(let day): Serial.number(day)
    case .instant(let instant): Serial.number(instant)
    case .deadline(.endOf(let day)): Serial.number(day)
    case .deadline(.at(let instant)): Serial.number(instant)
    case .permille(let permille): Double(permille) / 1000
    case .percent(let percent): Double(percent) / 100
    case .formula(_, let value): value.figure
    case .blank, .text, .flag, .link: nil
    }
  }

  /// The text that stands in the file; empty for figures.
  var words: String {
    switch self {
    case .text(let text), .link(let text, _): text
    case .flag(let flag): flag ? "Y" : "N"
    case .formula(_, let value): value.words
    default: ""
    }
  }

  fileprivate var digits: String {
    switch self {
    case .number(let number): String(number)
    case .yen(let yen): String(yen.amount)
    default: figure.map { "\($0)" } ?? ""
    }
  }
}
