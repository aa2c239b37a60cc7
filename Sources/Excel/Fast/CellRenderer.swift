import Records
import Reports

/// Renders the cells of one sheet as XML, byte by byte, as libxlsxwriter would have written them.
///
/// Texts stand in their cells instead of a shared list, and links are plain text.
struct CellRenderer: ~Copyable {
  private let styles: StyleTable
  private let sheet: String
  /// The letters of each column, from 1.
  private let letters: [[UInt8]]
  /// The same behind what a cell begins with.
  private let starts: [[UInt8]]

  private(set) var cuts: [TextCut] = []
  private(set) var fault: ExcelFault?
  private var row = 0
  /// The row's number in front of what a cell goes on with.
  private var rowMark = ByteBuffer(capacity: 32)

  init(sheet: String, styles: StyleTable, columns: Int) {
    self.sheet = sheet
    self.styles = styles
    letters = (0...max(1, columns)).map { Array(Address.letters($0).utf8) }
    starts = letters.map { Array("<c r=\"".utf8) + $0 }
  }

  mutating func begin(row: Int, height: Double?, into out: inout ByteBuffer) {
    self.row = row
    rowMark.clear()
    rowMark.append(decimal: row)
    out.append("<row r=\"")
    out.append(rowMark.bytes)
    rowMark.append("\" s=\"")
    guard let height else { return out.append("\">") }
    out.append("\" ht=\"")
    out.append(number: height)
    out.append("\" customHeight=\"1\">")
  }

  /// `B3:D9`, or `B3` for one cell.
  func append(_ range: CellRange, to out: inout ByteBuffer) {
    append(range.from, to: &out)
    guard range.from != range.through else { return }
    out.append(":")
    append(range.through, to: &out)
  }

  private func append(_ address: Address, to out: inout ByteBuffer) {
    out.append(letters[address.column])
    out.append(decimal: address.row)
  }

  mutating func renderBlank(_ format: CellFormat, column: Int, into out: inout ByteBuffer) {
    begin(format, column, &out)
    out.append("\"/>")
  }

  /// `wraps` says that the text of the cell stands on several lines.
  mutating func render(
    _ cell: Cell, _ style: Style, column: Int, wraps: Bool, into out: inout ByteBuffer
  ) {
    begin(CellFormat(cell, style, wraps: wraps), column, &out)
    switch cell {
    case .blank: out.append("\"/>")
    case .text(let text), .link(let text, _): renderText(text, column, &out)
    case .flag(let flag): renderText(flag ? "Y" : "N", column, &out)
    case .formula(let formula, let value): render(formula, value, column, &out)
    default: renderFigure(cell, column, &out)
    }
  }

  private func begin(_ format: CellFormat, _ column: Int, _ out: inout ByteBuffer) {
    out.append(starts[column])
    out.append(rowMark.bytes)
    out.append(styles.mark(format))
  }

  private mutating func renderFigure(_ cell: Cell, _ column: Int, _ out: inout ByteBuffer) {
    if let amount = cell.wholeAmount, amount.magnitude >= 1_000_000_000_000_000 {
      return renderText(String(amount), column, &out)
    }
    out.append("\"><v>")
    appendValue(cell, column, &out)
    out.append("</v></c>")
  }

  private mutating func render(_ formula: String, _ value: Cell, _ column: Int, _ out: inout ByteBuffer) {
    let isText = value.figure == nil
    out.append(isText ? "\" t=\"str\"><f>" : "\"><f>")
    out.append(escaped: SafeText(formula).text)
    out.append("</f><v>")
    if isText {
      out.append(escaped: safe(value.words, column))
    } else {
      appendValue(value, column, &out)
    }
    out.append("</v></c>")
  }

  private mutating func appendValue(_ cell: Cell, _ column: Int, _ out: inout ByteBuffer) {
    switch cell {
    case .number(let number): out.append(decimal: number)
    case .yen(let yen): out.append(decimal: yen.amount)
    case .day(let day), .deadline(.endOf(let day)): out.append(decimal: Int(day.number) + Serial.epoch)
    case .instant(let instant), .deadline(.at(let instant)): out.append(instant)
    case .permille(let permille): out.append(permille, places: 3)
    case .percent(let percent): out.append(percent, places: 2)
    case .decimal(let number):
      guard number.isFinite else { return fail(column) }
      out.append(escaped: "\(number)")
    case .formula(_, let value): appendValue(value, column, &out)
    case .blank, .text, .flag, .link: break
    }
  }

  private mutating func renderText(_ text: String, _ column: Int, _ out: inout ByteBuffer) {
    var text = text
    let shape = text.withUTF8 { TextShape($0) }
    guard !shape.isEmpty else { return out.append("\"/>") }
    out.append(
      shape.isSpaced ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" : "\" t=\"inlineStr\"><is><t>")
    if shape.needsCare {
      out.append(escaped: safe(text, column))
    } else if shape.needsEscape {
      out.append(escaped: text)
    } else {
      text.withUTF8 { out.append($0) }
    }
    out.append("</t></is></c>")
  }

  private mutating func safe(_ text: String, _ column: Int) -> String {
    let safe = SafeText(text)
    if safe.isCut { cuts.append(TextCut(sheet: sheet, cell: place(column))) }
    return safe.text
  }

  private mutating func fail(_ column: Int) {
    fault = fault ?? .notANumber(sheet: sheet, cell: place(column).description)
  }

  private func place(_ column: Int) -> Address { Address(row: row, column: column) }
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

  /// As short as it can be; whole numbers without decimals.
  mutating func append(number: Double) {
    if let whole = Int(exactly: number) { return append(decimal: whole) }
    append(escaped: "\(number)")
  }

  /// Days since 1899-12-30 with eleven decimals, which is a microsecond.
  mutating func append(_ instant: JSTInstant) {
    let (days, seconds) = instant.seconds.quotientAndRemainder(dividingBy: 86_400)
    append(
      (days + Serial.epoch) * 100_000_000_000 + (seconds * 100_000_000_000 + 43_200) / 86_400, places: 11)
  }
}
