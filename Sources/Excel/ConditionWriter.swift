import CXlsxWriter
import Records
import Reports

/// Writes conditional formats.
struct ConditionWriter {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let formats: Formats

  func write(_ rule: Condition.Rule, over range: CellRange) throws(ExcelFault) {
    var format = lxw_conditional_format()
    if case .dataBar = rule.test {} else { format.format = try formats.mark(rule.style) }
    switch rule.test {
    case .equals(let text):
      try withPointer("\"\(quoted(text))\"") { text throws(ExcelFault) in
        format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
        format.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
        format.value_string = text
        try apply(&format, over: range)
      }
    case .contains(let text):
      try withPointer(quoted(text)) { text throws(ExcelFault) in
        format.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
        format.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING.rawValue)
        format.value_string = text
        try apply(&format, over: range)
      }
    case .formula(let formula):
      try withPointer("=\(formula)") { text throws(ExcelFault) in
        format.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
        format.value_string = text
        try apply(&format, over: range)
      }
    case .less(let limit): try compare(&format, LXW_CONDITIONAL_CRITERIA_LESS_THAN, limit, over: range)
    case .greater(let limit): try compare(&format, LXW_CONDITIONAL_CRITERIA_GREATER_THAN, limit, over: range)
    case .between(let low, let high):
      format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      format.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_BETWEEN.rawValue)
      format.min_value = low
      format.max_value = high
      try apply(&format, over: range)
    case .dataBar(let colour):
      format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      format.data_bar_2010 = 1
      format.bar_solid = 1
      format.bar_no_border = 1
      format.bar_color = colour.rgb
      format.bar_negative_color = Colour.palePink.rgb
      try apply(&format, over: range)
    }
  }

  private func compare(
    _ format: inout lxw_conditional_format, _ criteria: lxw_conditional_criteria, _ limit: Double,
    over range: CellRange
  ) throws(ExcelFault) {
    format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    format.criteria = UInt8(criteria.rawValue)
    format.value = limit
    try apply(&format, over: range)
  }

  private func apply(_ format: inout lxw_conditional_format, over range: CellRange) throws(ExcelFault) {
    try check(
      worksheet_conditional_format_range(
        sheet, row(range.from.row), column(range.from.column), row(range.through.row),
        column(range.through.column),
        &format))
  }

  private func quoted(_ text: String) -> String { SafeText(text).text.doublingQuotes() }
}
