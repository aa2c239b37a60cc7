import CXlsxWriter
import Reports

/// Draws native charts: thin grid, no frame, quiet fonts.
struct ChartWriter {
  let book: UnsafeMutablePointer<lxw_workbook>
  let sheet: UnsafeMutablePointer<lxw_worksheet>

  func write(_ chart: Reports.Chart) throws(ExcelFault) {
    guard let native = workbook_add_chart(book, chart.kind.code) else { throw .library("out of memory") }
    for series in chart.series { try add(series, to: native, chart.kind) }
    chart_title_set_name(native, SafeText(chart.title).text)
    try withFont(size: 11, isBold: true, Colour.ink) { font in chart_title_set_name_font(native, font) }
    // Bars lie down: what is drawn upwards is the category.
    let isLying = chart.kind == .bar || chart.kind == .stackedBar
    let category: UnsafeMutablePointer<lxw_chart_axis> =
      isLying ? native.pointee.y_axis : native.pointee.x_axis
    let value: UnsafeMutablePointer<lxw_chart_axis> = isLying ? native.pointee.x_axis : native.pointee.y_axis
    try describe(category, chart.categoryAxis)
    try describe(value, chart.valueAxis)
    if isLying, chart.isTopDown {
      chart_axis_set_reverse(category)
      chart_axis_set_crossing_max(category)
    }
    grid(native, category, value)
    if chart.kind != .line { chart_set_series_gap(native, UInt16(clamping: chart.gap)) }
    chart_legend_set_position(native, chart.legend.code)
    if chart.legend != .none {
      try withFont(size: 9, isBold: false, Colour.ink) { font in chart_legend_set_font(native, font) }
    }
    var options = lxw_chart_options()
    options.x_scale = Double(chart.width) / 480
    options.y_scale = Double(chart.height) / 288
    options.object_position = 2
    try withPointer(SafeText(chart.title).text) { title throws(ExcelFault) in
      options.description = title
      try check(
        worksheet_insert_chart_opt(
          sheet, row(chart.anchor.row), column(chart.anchor.column), native, &options))
    }
  }

  private func add(
    _ series: Reports.Chart.Series, to chart: UnsafeMutablePointer<lxw_chart>, _ kind: Reports.Chart.Kind
  ) throws(ExcelFault) {
    guard let native = chart_add_series(chart, nil, nil) else { throw .library("out of memory") }
    // By rows and columns, since a formula with a quoted name would not find the values to carry.
    let (categories, values) = (series.categories.range, series.values.range)
    chart_series_set_categories(
      native, series.categories.sheet, row(categories.from.row), column(categories.from.column),
      row(categories.through.row), column(categories.through.column))
    chart_series_set_values(
      native, series.values.sheet, row(values.from.row), column(values.from.column), row(values.through.row),
      column(values.through.column))
    chart_series_set_name(native, SafeText(series.name).text)
    if kind == .line {
      var line = lxw_chart_line()
      line.color = series.colour.rgb
      line.width = series.isDashed ? 1.5 : 2.25
      if series.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
      chart_series_set_line(native, &line)
      if !series.isDashed { marker(native, series.colour) }
    } else {
      var fill = lxw_chart_fill()
      fill.color = series.colour.rgb
      chart_series_set_fill(native, &fill)
    }
    if series.hasLabels {
      chart_series_set_labels(native)
      try withFont(size: 9, isBold: false, Colour.ink) { font in chart_series_set_labels_font(native, font) }
    }
  }

  private func marker(_ series: UnsafeMutablePointer<lxw_chart_series>, _ colour: Colour) {
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(series, 6)
    var line = lxw_chart_line()
    line.color = colour.rgb
    chart_series_set_marker_line(series, &line)
    var fill = lxw_chart_fill()
    fill.color = colour.rgb
    chart_series_set_marker_fill(series, &fill)
  }

  private func describe(
    _ native: UnsafeMutablePointer<lxw_chart_axis>, _ axis: Reports.Chart.Axis
  ) throws(ExcelFault) {
    if let title = axis.title {
      chart_axis_set_name(native, SafeText(title).text)
      try withFont(size: 9, isBold: false, Colour.faint) { font in chart_axis_set_name_font(native, font) }
    }
    if let code = axis.numberFormat { chart_axis_set_num_format(native, code) }
    if let minimum = axis.minimum { chart_axis_set_min(native, minimum) }
    if let maximum = axis.maximum { chart_axis_set_max(native, maximum) }
    if let unit = axis.majorUnit { chart_axis_set_major_unit(native, unit) }
    try withFont(size: 9, isBold: false, Colour.ink) { font in chart_axis_set_num_font(native, font) }
    var line = lxw_chart_line()
    line.color = Colour.rule.rgb
    line.width = 0.75
    chart_axis_set_line(native, &line)
  }

  /// Thin lines at the values, none at the categories.
  private func grid(
    _ chart: UnsafeMutablePointer<lxw_chart>, _ category: UnsafeMutablePointer<lxw_chart_axis>,
    _ value: UnsafeMutablePointer<lxw_chart_axis>
  ) {
    var line = lxw_chart_line()
    line.color = 0xE4_E9EF
    line.width = 0.75
    chart_axis_major_gridlines_set_visible(category, 0)
    chart_axis_major_gridlines_set_visible(value, 1)
    chart_axis_major_gridlines_set_line(value, &line)
    var none = lxw_chart_line()
    none.none = 1
    chart_chartarea_set_line(chart, &none)
  }

  private func withFont(
    size: Double, isBold: Bool, _ colour: Colour, _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void
  ) throws(ExcelFault) {
    try withPointer("Yu Gothic") { name throws(ExcelFault) in
      var font = lxw_chart_font()
      font.name = name
      font.size = size
      font.bold = isBold ? 1 : UInt8(LXW_EXPLICIT_FALSE.rawValue)
      font.color = colour.rgb
      body(&font)
    }
  }
}

extension Reports.Chart.Kind {
  fileprivate var code: UInt8 {
    let type =
      switch self {
      case .column: LXW_CHART_COLUMN
      case .stackedColumn: LXW_CHART_COLUMN_STACKED
      case .bar: LXW_CHART_BAR
      case .stackedBar: LXW_CHART_BAR_STACKED
      case .line: LXW_CHART_LINE
      }
    return UInt8(type.rawValue)
  }
}

extension Reports.Chart.Legend {
  fileprivate var code: UInt8 {
    let position =
      switch self {
      case .none: LXW_CHART_LEGEND_NONE
      case .top: LXW_CHART_LEGEND_TOP
      case .right: LXW_CHART_LEGEND_RIGHT
      case .bottom: LXW_CHART_LEGEND_BOTTOM
      }
    return UInt8(position.rawValue)
  }
}
