import Records
import Reports

/// What small workbooks of one layout have in common, made once by libxlsxwriter (型): all parts but the sheet, packed.
///
/// Thousands of invoices differ in their sheet, their title and the end of their print area alone.
struct Mould: Sendable {
  /// Workbooks with the same key come from the same mould.
  struct Key: Hashable, Sendable {
    var sheet: String
    var author: String
    var company: String
    var month: BillingMonth
    var looks: [Look]
    var notation: Workbook.DayNotation
    var hasPrintArea: Bool
    /// Those of its cells, and no others, so that a file is small.
    var formats: FormatSet

    /// Moulds of one month hardly differ in anything else.
    func hash(into hasher: inout Hasher) {
      hasher.combine(month)
      hasher.combine(formats)
    }
  }

  /// A part of the file: packed already, or text with gaps.
  enum Part: Sendable {
    case sheet
    case packed(Piece)
    case gapped([Gap])
  }

  enum Gap: Sendable {
    case text([UInt8])
    case title, subject, printArea
  }

  let parts: [(name: String, part: Part)]
  let styles: StyleTable

  private static let title = "\u{E000}title"
  private static let subject = "\u{E000}subject"
  /// The last cells of a sheet, where nothing is printed.
  private static let printArea = CellRange(
    Address(row: Sheet.maximumRows - 1, column: 1), Address(row: Sheet.maximumRows, column: 2))

  /// Takes the mould from the verified file of an emptied workbook.
  init(_ path: String, styles: StyleTable) throws(ExcelFault) {
    self.styles = styles
    parts = try FileBytes(path: path).withBytes { bytes throws(ExcelFault) in
      guard let archive = ZipArchive(bytes) else {
        throw .damaged(path, reason: "the archive has no complete directory")
      }
      return archive.members.map {
        ($0.name, Mould.part($0, UnsafeRawBufferPointer(rebasing: bytes[$0.stored])))
      }
    }
  }

  /// The workbook without cells, with marks where workbooks differ.
  static func emptied(_ workbook: Workbook) -> Workbook {
    var shell = workbook
    shell.properties.title = title
    shell.properties.subject = subject
    shell.sheets = workbook.sheets.map { sheet in
      var empty = Sheet(name: sheet.name)
      if sheet.page.printArea != nil { empty.page.printArea = printArea }
      return empty
    }
    return shell
  }

  private static func part(_ member: ZipArchive.Member, _ packed: UnsafeRawBufferPointer) -> Part {
    if SheetPart.index(member.name) != nil { return .sheet }
    let fixed = Part.packed(Piece(packed: Array(packed), size: member.size, checksum: member.checksum))
    guard member.name == "xl/workbook.xml" || member.name == "docProps/core.xml" else { return fixed }
    var plain: [UInt8] = []
    guard Inflater.unpack(packed, { plain.append(contentsOf: $0) }) else { return fixed }
    return .gapped(gaps(in: String(decoding: plain, as: UTF8.self)))
  }

  private static func gaps(in text: String) -> [Gap] {
    var gaps: [Gap] = []
    var rest = Substring(text)
    let marks: [(String, Gap)] = [
      (title, .title), (subject, .subject),
      ("$A$\(Sheet.maximumRows - 1):$B$\(Sheet.maximumRows)", .printArea),
    ]
    while let (range, gap) = marks.compactMap({ mark in rest.firstRange(of: mark.0).map { ($0, mark.1) } })
      .min(by: { $0.0.lowerBound < $1.0.lowerBound })
    {
      gaps += [.text(Array(rest[..<range.lowerBound].utf8)), gap]
      rest = rest[range.upperBound...]
    }
    return gaps + [.text(Array(rest.utf8))]
  }
}

extension Mould.Key {
  /// Nil where a workbook is more than one sheet of loose cells.
  init?(_ workbook: Workbook) {
    guard workbook.sheets.count == 1, let sheet = workbook.sheets.first, workbook.definedNames.isEmpty,
      sheet.isLooseCellsOnly
    else { return nil }
    self.init(
      sheet: sheet.name, author: workbook.properties.author, company: workbook.properties.company,
      month: workbook.properties.month, looks: workbook.looks, notation: workbook.dayNotation,
      hasPrintArea: sheet.page.printArea != nil, formats: FormatSet(sheet))
  }
}

extension Sheet {
  fileprivate var isLooseCellsOnly: Bool {
    !cells.isEmpty && tables.isEmpty && charts.isEmpty && conditions.isEmpty && page.titleRows == nil
      && frozenAt == nil && tabColour == nil && zoom == 100 && !isHidden
      && !cells.contains { if case .link = $0.cell { true } else { false } }
  }
}
