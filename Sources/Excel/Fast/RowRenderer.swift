import Records
import Reports

/// Renders rows of a table as the XML of a sheet, byte by byte, as libxlsxwriter would have written them.
///
/// Texts stand in their cells instead of a shared list, and links are plain text.
struct RowRenderer: ~Copyable {
  private let table: Table
  private let firstRow: Int
  private let styles: StyleTable
  /// The letters of each column, and the half-width characters that it holds.
  private let columns: [(letters: [UInt8], room: Int)]
  private let sheet: String

  private(set) var totals: TableTotals
  private(set) var cuts: [TextCut] = []
  private(set) var fault: ExcelFault?
  private var row = Row()
  private var digits = ByteBuffer(capacity: 32)

  init(_ placed: PlacedTable, sheet: String, widths: [Int: Double], styles: StyleTable) {
    table = placed.table
    firstRow = placed.origin.row + 1
    self.styles = styles
    self.sheet = sheet
    columns = placed.table.columns.indices.map { offset in
      let column = placed.origin.column + offset
      return (Array(Address.letters(column).utf8), widths[column].map { Int($0) - 2 } ?? .max)
    }
    totals = TableTotals(placed.table.columns)
  }

  mutating func render(_ index: Int, into out: inout ByteBuffer) {
    table.rows.read(index, into: &row)
    totals.add(row)
    digits.clear()
    digits.append(decimal: firstRow + index)
    out.append("<row r=\"")
    out.append(digits.bytes)
    appendHeight(&out)
    let style = table.style(row, index)
    for offset in columns.indices {
      let cell = offset < row.cells.count ? row.cells[offset] : .blank
      render(cell, row.style(offset) ?? style, offset, &out)
    }
    out.append("</row>")
  }

  private func appendHeight(_ out: inout ByteBuffer) {
    var lines = 1
    for offset in 0..<min(columns.count, row.cells.count) {
      if case .text = row.cells[offset] {
        lines = max(lines, row.cells[offset].lines(in: columns[offset].room))
      }
    }
    guard lines > 1 else { return out.append("\">") }
    out.append("\" ht=\"")
    out.append(decimal: Int(WrappedRow.height(lines)))
    out.append("\" customHeight=\"1\">")
  }

  private mutating func render(_ cell: Cell, _ style: Style, _ offset: Int, _ out: inout ByteBuffer) {
    var kind = CellKind(cell)
    if case .text(let text) = cell, text.needsWrapping(past: columns[offset].room) { kind = .wrapped }
    var style = style
    if case .link = cell, style == .item || style == .itemAlternate { style = .link }
    out.append("<c r=\"")
    out.append(columns[offset].letters)
    out.append(digits.bytes)
    out.append("\" s=\"")
    out.append(decimal: styles.position(style, kind))
    switch cell {
    case .blank: out.append("\"/>")
    case .text(let text), .link(let text, _): renderText(text, offset, &out)
    case .flag(let flag): renderText(flag ? "Y" : "N", offset, &out)
    case .formula(let formula, let value): render(formula, value, offset, &out)
    default: renderFigure(cell, offset, &out)
    }
  }

  private mutating func renderFigure(_ cell: Cell, _ offset: Int, _ out: inout ByteBuffer) {
    if let amount = cell.wholeAmount, amount.magnitude >= 1_000_000_000_000_000 {
      return renderText(String(amount), offset, &out)
    }
    out.append("\"><v>")
    appendValue(cell, offset, &out)
    out.append("</v></c>")
  }

  private mutating func render(_ formula: String, _ value: Cell, _ offset: Int, _ out: inout ByteBuffer) {
    let isText = value.figure == nil
    out.append(isText ? "\" t=\"str\"><f>" : "\"><f>")
    out.append(escaped: SafeText(formula).text)
    out.append("</f><v>")
    if isText {
      out.append(escaped: safe(value.words, offset))
    } else {
      appendValue(value, offset, &out)
    }
    out.append("</v></c>")
  }

  private mutating func appendValue(_ cell: Cell, _ offset: Int, _ out: inout ByteBuffer) {
    switch cell {
    case .number(let number): out.append(decimal: number)
    case .yen(let yen): out.append(decimal: yen.amount)
    case .day(let day), .deadline(.endOf(let day)): out.append(decimal: Int(day.number) + Serial.epoch)
    case .instant(let instant), .deadline(.at(let instant)): out.append(instant)
    case .permille(let permille): out.append(permille, places: 3)
    case .percent(let percent): out.append(percent, places: 2)
    case .decimal(let number):
      guard number.isFinite else { return fail(offset) }
      out.append(escaped: "\(number)")
    case .formula(_, let value): appendValue(value, offset, &out)
    case .blank, .text, .flag, .link: break
    }
  }

  private mutating func renderText(_ text: String, _ offset: Int, _ out: inout ByteBuffer) {
    var text = text
    let shape = text.withUTF8 { TextShape($0) }
    guard !shape.isEmpty else { return out.append("\"/>") }
    out.append(
      shape.isSpaced ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" : "\" t=\"inlineStr\"><is><t>")
    if shape.needsCare {
      out.append(escaped: safe(text, offset))
    } else if shape.needsEscape {
      out.append(escaped: text)
    } else {
      text.withUTF8 { out.append($0) }
    }
    out.append("</t></is></c>")
  }

  private mutating func safe(_ text: String, _ offset: Int) -> String {
    let safe = SafeText(text)
    if safe.isCut { cuts.append(TextCut(sheet: sheet, cell: place(offset))) }
    return safe.text
  }

  private mutating func fail(_ offset: Int) {
    fault = fault ?? .notANumber(sheet: sheet, cell: place(offset).description)
  }

  private func place(_ offset: Int) -> Address {
    let row = Int(String(decoding: digits.bytes, as: UTF8.self)) ?? 0
    return Address("\(String(decoding: columns[offset].letters, as: UTF8.self))\(row)")
      ?? Address(row: row, column: 1)
  }
}

extension Cell {
  fileprivate var wholeAmount: Int? {
    switch self {
    case .number(let number): number
    case .yen(let yen): yen.amount
    default: nil
    }
  }
}

extension ByteBuffer {
  mutating func append(escaped text: String) {
    var text = text
    text.withUTF8 { bytes in
      reserve(bytes.count + 8)
      var plain = 0
      for (index, byte) in bytes.enumerated() where byte == 38 || byte == 60 || byte == 62 {
        append(UnsafeBufferPointer(rebasing: bytes[plain..<index]))
        append(byte == 38 ? "&amp;" : byte == 60 ? "&lt;" : "&gt;")
        plain = index + 1
      }
      append(UnsafeBufferPointer(rebasing: bytes[plain...]))
    }
  }

  /// Days since 1899-12-30 with eleven decimals, which is a microsecond.
  mutating func append(_ instant: JSTInstant) {
    let (days, seconds) = instant.seconds.quotientAndRemainder(dividingBy: 86_400)
    append(
      (days + Serial.epoch) * 100_000_000_000 + (seconds * 100_000_000_000 + 43_200) / 86_400, places: 11)
  }
}
