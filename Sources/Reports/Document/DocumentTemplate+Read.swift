public import Intake
import Records

extension DocumentTemplate {
  /// Reads a template; an unknown word, style or address is a fault with its line, before anything is written.
  public init(
    yaml: String, file: String, vocabulary: DocumentVocabulary = .invoice
  ) throws(TemplateFault) {
    let root = try TemplateNode(yaml: yaml, file: file)
    let fields = try root.fields([
      "sheet", "page", "notation", "row_height", "columns", "styles", "sections",
    ])
    columnWidths = [:]
    for (letters, width) in try fields.required("columns").entries() {
      guard let address = Address("\(letters)1") else {
        throw width.fault(Message(ja: "「\(letters)」は列ではありません", en: "\"\(letters)\" is no column"))
      }
      columnWidths[address.column] = try width.decimal(in: 0...255)
    }
    let reader = DocumentReader(
      vocabulary: vocabulary, styles: try DocumentStyles(fields.required("styles")),
      lastColumn: columnWidths.keys.max() ?? 1)
    sheetName = try fields.required("sheet").sheetName()
    let pageFields = try fields.required("page").fields(["orientation", "margins", "header", "footer"])
    page = Page(orientation: try pageFields.required("orientation").oneOf(Page.Orientation.self))
    if let margins = pageFields.optional("margins") { page.margins = try margins.margins() }
    header =
      try pageFields.optional("header").map { node throws(TemplateFault) in try reader.line(node) } ?? Line()
    footer =
      try pageFields.optional("footer").map { node throws(TemplateFault) in try reader.line(node) } ?? Line()
    notation = try fields.required("notation").oneOf(Notation.self)
    rowHeight = try fields.required("row_height").decimal(in: 1...409)
    looks = reader.styles.looks
    sections = try reader.sections(fields.required("sections"))
  }
}

extension TemplateNode {
  /// A name that Excel takes for a sheet, and that none of `others` has.
  func sheetName(besides others: some Collection<String> = []) throws(TemplateFault) -> String {
    let name = try text()
    guard SheetNameFault(name) == nil else {
      throw isNo(
        Message(ja: "シートの名前", en: "name of a sheet"),
        expected: Message(
          ja: "[]:*?/\\ を含まない31文字まで (両端に ' は置けず、History も使えません)",
          en: "at most 31 characters without []:*?/\\, no ' at either end, and not History"))
    }
    guard !others.contains(where: { $0.lowercased() == name.lowercased() }) else {
      throw fault(
        Message(ja: "「\(name)」はほかのシートの名前です", en: "\"\(name)\" is the name of another sheet"),
        expected: Message(ja: "ほかと違う名前", en: "a name of its own"))
    }
    return name
  }

  /// A number with or without decimals, inside `range`.
  func decimal(in range: ClosedRange<Int>) throws(TemplateFault) -> Double {
    let (least, most) = (range.lowerBound, range.upperBound)
    guard let value = Double(try text()), (Double(least)...Double(most)).contains(value) else {
      throw isNotAllowed(
        expected: Message(ja: "\(least) から \(most) までの数", en: "a number from \(least) to \(most)"))
    }
    return value
  }

  fileprivate func margins() throws(TemplateFault) -> Page.Margins {
    let fields = try fields(["left", "right", "top", "bottom"])
    return Page.Margins(
      left: try fields.required("left").decimal(in: 0...4),
      right: try fields.required("right").decimal(in: 0...4),
      top: try fields.required("top").decimal(in: 0...4),
      bottom: try fields.required("bottom").decimal(in: 0...4))
  }
}
