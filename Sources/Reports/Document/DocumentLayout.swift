/// Sets the sections of a document one below the other and parts them into pages (組版).
struct DocumentLayout {
  let template: DocumentTemplate
  let values: DocumentValues
  /// What fits one page, in points of the sheet.
  let pageHeight: Double
  private(set) var cells: [Sheet.Loose] = []
  private(set) var heights: [Int: Double] = [:]
  private(set) var breaksAfter: [Int] = []
  private var used = 0.0
  /// How many rows stand already.
  private(set) var rows = 0

  init(_ template: DocumentTemplate, _ values: DocumentValues, pageHeight: Double) {
    self.template = template
    self.values = values
    self.pageHeight = pageHeight
    for section in template.sections where holds(section) { add(section) }
  }

  private func holds(_ section: DocumentTemplate.Section) -> Bool {
    section.conditions.allSatisfy { condition in
      let isPresent =
        values.bands[condition.word].map { !$0.isEmpty }
        ?? (values.fields[condition.word]?.isPresent ?? false)
      return isPresent == condition.isWanted
    }
  }

  /// A section that is not kept in one piece is a band whose lines run on over pages.
  private mutating func add(_ section: DocumentTemplate.Section) {
    guard section.band != nil, !section.isKept else { return place(whole(section)) }
    let lines = lines(section)
    guard let first = lines.first else { return }
    let header = strip(section.header, DocumentWords(document: values.fields))
    // The first line stays with its header; a line at the top of a page has the header again.
    place(header.over(first))
    for line in lines.dropFirst() { place(line, repeating: header) }
  }

  /// All of a section in one piece.
  private func whole(_ section: DocumentTemplate.Section) -> PaperStrip {
    if !section.columns.isEmpty {
      return section.columns.reduce(PaperStrip()) { strip, column in
        strip.beside(column.filter(holds).reduce(PaperStrip()) { $0.over(whole($1)) })
      }
    }
    let words = DocumentWords(document: values.fields)
    guard section.band != nil else { return strip(section.body, words) }
    let lines = lines(section)
    return lines.isEmpty ? PaperStrip() : lines.reduce(strip(section.header, words)) { $0.over($1) }
  }

  private func lines(_ section: DocumentTemplate.Section) -> [PaperStrip] {
    (section.band.flatMap { values.bands[$0] } ?? []).map { line in
      strip(section.body, DocumentWords(line: line, document: values.fields))
    }
  }

  private func strip(_ block: DocumentTemplate.Block, _ words: DocumentWords) -> PaperStrip {
    var strip = PaperStrip()
    for cell in block.cells where cell.isShown(words) {
      // Where two cells lie over each other, the later one stands.
      strip.cells.removeAll { $0.range.overlaps(cell.range) }
      let content = cell.text.cell(words, template.notation)
      strip.cells.append(Sheet.Loose(cell: content, style: .own(cell.look), range: cell.range))
    }
    strip.heights = (0..<block.rowCount).map { offset in
      let least = block.heights[offset + 1] ?? template.rowHeight
      return strip.cells.reduce(least) { max($0, template.wrappedHeight($1, inRow: offset + 1)) }
    }
    return strip
  }

  /// Moves to the next page where the strip does not fit this one.
  private mutating func place(_ strip: PaperStrip, repeating header: PaperStrip = PaperStrip()) {
    var strip = strip
    if used > 0, used + strip.height > pageHeight {
      breaksAfter.append(rows)
      used = 0
      strip = header.over(strip)
    }
    cells += strip.cells(below: rows)
    for height in strip.heights {
      rows += 1
      heights[rows] = height
    }
    used += strip.height
  }
}

extension DocumentTemplate.TemplateCell {
  func isShown(_ words: DocumentWords) -> Bool {
    conditions.allSatisfy { (words[$0.word]?.isPresent ?? false) == $0.isWanted }
  }
}

extension DocumentTemplate {
  /// What wrapped text needs in a row of its own; 0 where the text fits one line.
  func wrappedHeight(_ cell: Sheet.Loose, inRow row: Int) -> Double {
    guard case .own(let index) = cell.style, looks.indices.contains(index), looks[index].wraps,
      cell.range.from.row == row, cell.range.rowCount == 1
    else { return 0 }
    let lines = cell.cell.lines(in: room(cell.range, looks[index]))
    return lines > 1 ? Double(lines) * looks[index].size * 1.5 + 4 : 0
  }
}
