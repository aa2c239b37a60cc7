import CXlsxWriter
import Reports

/// The formats of one workbook: one for each look and kind that occurs, made when it is first asked for.
final class Formats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let workbook: Workbook
  /// By position.
  private var formats: [Int: UnsafeMutablePointer<lxw_format>] = [:]
  private var marks: [Style: UnsafeMutablePointer<lxw_format>] = [:]

  init(book: UnsafeMutablePointer<lxw_workbook>, workbook: Workbook) {
    self.book = book
    self.workbook = workbook
  }

  func format(_ wanted: CellFormat) throws(ExcelFault) -> UnsafeMutablePointer<lxw_format> {
    if let format = formats[wanted.position] { return format }
    guard let format = workbook_add_format(book) else { throw .library("out of memory") }
    let (look, kind) = (workbook.look(wanted.style), wanted.kind)
    Formats.describe(look, on: format)
    var alignment = look.horizontal == .general ? kind.alignment : look.horizontal
    // Excel indents aligned text only; LibreOffice forgets the indent of figures where a condition holds.
    if alignment == .general, look.indent > 0 { alignment = .left }
    if look.indent > 0, alignment == .left { format_set_indent(format, UInt8(clamping: look.indent)) }
    Formats.align(alignment, look.vertical, on: format)
    if look.wraps || kind == .wrapped { format_set_text_wrap(format) }
    if let code = kind.numberFormat(workbook.dayNotation) {
      format_set_num_format(format, look.numberFormat ?? code)
    }
    // Asked for at once, an index depends on the order of asking alone.
    _ = lxw_format_get_xf_index(format)
    formats[wanted.position] = format
    return format
  }

  /// The size of type of a style, in points.
  func size(_ style: Style) -> Double { workbook.look(style).size }

  /// The position of a format in the file's list.
  func index(_ wanted: CellFormat) throws(ExcelFault) -> Int {
    Int(lxw_format_get_xf_index(try format(wanted)))
  }

  /// What a condition adds to a cell: colour, fill and weight only.
  func mark(_ style: Style) throws(ExcelFault) -> UnsafeMutablePointer<lxw_format> {
    if let format = marks[style] { return format }
    guard let format = workbook_add_format(book) else { throw .library("out of memory") }
    let look = workbook.look(style)
    format_set_font_color(format, look.colour.rgb)
    if look.isBold { format_set_bold(format) }
    if let fill = look.fill { format_set_bg_color(format, fill.rgb) }
    marks[style] = format
    return format
  }

  private static func describe(_ look: Look, on format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, look.font)
    format_set_font_size(format, look.size)
    format_set_font_color(format, look.colour.rgb)
    if look.isBold { format_set_bold(format) }
    if look.isItalic { format_set_italic(format) }
    if look.isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if let fill = look.fill { format_set_bg_color(format, fill.rgb) }
    if look.shrinks { format_set_shrink(format) }
    let colour = look.border.colour.rgb
    if let line = look.border.top {
      format_set_top(format, line.code)
      format_set_top_color(format, colour)
    }
    if let line = look.border.bottom {
      format_set_bottom(format, line.code)
      format_set_bottom_color(format, colour)
    }
    if let line = look.border.left {
      format_set_left(format, line.code)
      format_set_left_color(format, colour)
    }
    if let line = look.border.right {
      format_set_right(format, line.code)
      format_set_right_color(format, colour)
    }
  }

  private static func align(
    _ horizontal: Look.Horizontal, _ vertical: Look.Vertical, on format: UnsafeMutablePointer<lxw_format>
  ) {
    let across: UInt32? =
      switch horizontal {
      case .general: nil
      case .left: LXW_ALIGN_LEFT.rawValue
      case .center: LXW_ALIGN_CENTER.rawValue
      case .right: LXW_ALIGN_RIGHT.rawValue
      }
    if let across { format_set_align(format, UInt8(across)) }
    let down: UInt32 =
      switch vertical {
      case .top: LXW_ALIGN_VERTICAL_TOP.rawValue
      case .center: LXW_ALIGN_VERTICAL_CENTER.rawValue
      case .bottom: LXW_ALIGN_VERTICAL_BOTTOM.rawValue
      }
    format_set_align(format, UInt8(down))
  }
}

extension Look.Line {
  fileprivate var code: UInt8 {
    let border =
      switch self {
      case .thin: LXW_BORDER_THIN
      case .medium: LXW_BORDER_MEDIUM
      case .double: LXW_BORDER_DOUBLE
      case .hair: LXW_BORDER_HAIR
      case .dotted: LXW_BORDER_DOTTED
      }
    return UInt8(border.rawValue)
  }
}
