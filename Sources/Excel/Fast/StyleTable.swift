import Reports

/// The positions of all formats that rows may use, assigned before the first row, so that threads only read them.
struct StyleTable: Sendable {
  private let marks: [ShortText]

  init(_ formats: Formats, _ workbook: Workbook) throws(ExcelFault) {
    var marks: [ShortText] = []
    for style in Style.meanings + workbook.looks.indices.map({ .own($0) }) {
      for kind in CellKind.allCases {
        marks.append(ShortText(String(try formats.index(style, kind)).utf8))
      }
    }
    self.marks = marks
  }

  @inline(__always)
  func mark(_ style: Style, _ kind: CellKind) -> ShortText {
    let index = style.ordinal * CellKind.variety + kind.rawValue
    return index < marks.count ? marks[index] : ShortText("0".utf8)
  }
}

extension CellKind {
  fileprivate static let variety = allCases.count
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
