import Reports

/// A style and a kind of cell, which decide its format (書式).
struct CellFormat: Sendable {
  let style: Style
  let kind: CellKind

  init(_ style: Style, _ kind: CellKind) {
    self.style = style
    self.kind = kind
  }

  /// `wraps` says that the text of the cell stands on several lines.
  init(_ cell: Cell, _ style: Style, wraps: Bool) {
    self.style =
      if case .link = cell, style == .item || style == .itemAlternate { .link } else { style }
    kind = wraps ? .wrapped : CellKind(cell)
  }

  /// A number of its own for each format that a workbook may have.
  var position: Int { style.ordinal * CellKind.allCases.count + kind.rawValue }

  /// Every format that a cell of `workbook` may have, in the order of their positions.
  static func all(of workbook: Workbook) -> [CellFormat] {
    (Style.meanings + workbook.looks.indices.map { .own($0) }).flatMap { style in
      CellKind.allCases.map { CellFormat(style, $0) }
    }
  }

}

/// Formats as bits at their positions, which are quickly gathered and compared.
struct FormatSet: Hashable, Sendable {
  private var words: [UInt64] = []

  /// Those of the loose cells of `sheet`.
  init(_ sheet: Sheet) {
    for loose in sheet.cells {
      insert(CellFormat(loose.cell, loose.style, wraps: loose.cell.hasLines))
      if loose.range.from != loose.range.through { insert(loose.restFormat) }
    }
  }

  private mutating func insert(_ format: CellFormat) {
    let (word, bit) = format.position.quotientAndRemainder(dividingBy: UInt64.bitWidth)
    while words.count <= word { words.append(0) }
    words[word] |= 1 << bit
  }

  func contains(_ format: CellFormat) -> Bool {
    let (word, bit) = format.position.quotientAndRemainder(dividingBy: UInt64.bitWidth)
    return word < words.count && words[word] >> bit & 1 == 1
  }
}

extension Cell {
  /// Whether it is a text that has line breaks.
  var hasLines: Bool { lines(in: .max) > 1 }
}

extension Sheet.Loose {
  /// The format of the cells of a joined range behind its first, which are empty.
  var restFormat: CellFormat { CellFormat(style, CellKind(cell)) }
}

extension Style {
  /// The position in `meanings`; the workbook's own styles follow.
  fileprivate var ordinal: Int {
    switch self {
    case .title: 0
    case .subtitle: 1
    case .note: 2
    case .paragraph: 3
    case .section: 4
    case .header: 5
    case .item: 6
    case .itemAlternate: 7
    case .total: 8
    case .kpiLabel: 9
    case .kpiValue: 10
    case .kpiNote: 11
    case .good: 12
    case .warning: 13
    case .bad: 14
    case .muted: 15
    case .link: 16
    case .draftMark: 17
    case .own(let index): Style.meanings.count + index
    }
  }
}
