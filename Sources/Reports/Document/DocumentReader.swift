import Intake
import Records

/// Reads the sections of a template against its vocabulary and styles.
struct DocumentReader {
  let vocabulary: DocumentVocabulary
  let styles: DocumentStyles
  /// What stands to its right is not printed.
  let lastColumn: Int

  func line(_ node: TemplateNode) throws(TemplateFault) -> DocumentTemplate.Line {
    let fields = try node.fields(["left", "center", "right"])
    var line = DocumentTemplate.Line()
    if let left = fields.optional("left") { line.left = try lineText(left) }
    if let center = fields.optional("center") { line.center = try lineText(center) }
    if let right = fields.optional("right") { line.right = try lineText(right) }
    return line
  }

  /// Beside the words of the document a line may have those of the page, in single braces.
  private func lineText(_ node: TemplateNode) throws(TemplateFault) -> DocumentText {
    let text = try text(node, words: vocabulary.fields)
    let words = text.pieces.compactMap { if case .words(let words) = $0 { words } else { nil } }.joined()
    for part in words.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard ["page}", "pages}", "sheet}"].contains(where: { part.hasPrefix($0) }) else {
        throw node.unknownPlaceholder(
          "{\(part.prefix { $0 != "}" })}", known: ["{page}", "{pages}", "{sheet}"])
      }
    }
    return text
  }

  func sections(_ node: TemplateNode) throws(TemplateFault) -> [DocumentTemplate.Section] {
    var sections: [DocumentTemplate.Section] = []
    for element in try node.list() { sections.append(try section(element)) }
    return sections
  }

  private func section(_ node: TemplateNode) throws(TemplateFault) -> DocumentTemplate.Section {
    let fields = try node.fields([
      "name", "when", "unless", "band", "keep", "header", "heights", "cells", "side_by_side",
    ])
    var section = DocumentTemplate.Section()
    section.conditions = try conditions(fields, words: vocabulary.fields.union(vocabulary.bands.keys))
    section.isKept =
      try fields.optional("keep").map { node throws(TemplateFault) in try node.flag() } ?? false
    if let columns = fields.optional("side_by_side") {
      for column in try columns.list() {
        let sections = try sections(column)
        let taken = Set(section.columns.joined().flatMap(\.occupied))
        if let shared = taken.intersection(sections.flatMap(\.occupied)).min() {
          let letters = Address.letters(shared)
          throw column.fault(
            Message(
              ja: "\(letters)列は左の区画が使っています", en: "column \(letters) is taken by what stands to its left"),
            expected: Message(ja: "ほかの区画と重ならない列", en: "columns of its own"))
        }
        section.columns.append(sections)
      }
    }
    var words = vocabulary.fields
    if let band = fields.optional("band") {
      let name = try band.text()
      guard let own = vocabulary.bands[name] else {
        throw band.fault(
          Message(ja: "知らない明細「\(name)」です", en: "unknown band \"\(name)\""),
          expected: Message(oneOf: vocabulary.bands.keys.sorted()))
      }
      section.band = name
      words.formUnion(own)
    }
    if let header = fields.optional("header") {
      guard section.band != nil else {
        throw header.fault(Message(ja: "header には band が要ります", en: "a header needs a band"))
      }
      let parts = try header.fields(["heights", "cells"])
      section.header = try block(parts, words: vocabulary.fields)
    }
    section.body = try block(fields, words: words)
    return section
  }

  private func block(
    _ fields: TemplateFields, words: Set<String>
  ) throws(TemplateFault) -> DocumentTemplate.Block {
    var block = DocumentTemplate.Block()
    if let heights = fields.optional("heights") {
      for (row, height) in try heights.entries() {
        guard let position = Int(row), (1...100).contains(position) else {
          throw height.fault(
            Message(ja: "「\(row)」は行ではありません", en: "\"\(row)\" is no row"),
            expected: Message(ja: "区画の1行目から数えた行", en: "a row of the section from 1"))
        }
        block.heights[position] = try height.decimal(in: 1...409)
      }
    }
    if let cells = fields.optional("cells") {
      for node in try cells.list() { block.cells.append(try cell(node, words: words)) }
    }
    block.rowCount = max(block.cells.map(\.range.through.row).max() ?? 0, block.heights.keys.max() ?? 0)
    return block
  }

  private func cell(_ node: TemplateNode, words: Set<String>) throws(TemplateFault)
    -> DocumentTemplate.TemplateCell
  {
    let fields = try node.fields(["at", "text", "style", "when", "unless"])
    let at = try fields.required("at")
    let address = try at.text()
    guard let range = CellRange(address), range.through.row <= 100, range.through.column <= 100 else {
      throw at.isNo(
        Message(ja: "番地", en: "address"),
        expected: Message(ja: "B3 のようなセルか B3:D3 のような範囲", en: "a cell such as B3 or a range such as B3:D3"))
    }
    guard range.through.column <= lastColumn else {
      let last = Address.letters(lastColumn)
      throw at.fault(
        Message(ja: "「\(address)」は紙面の右にはみ出します", en: "\"\(address)\" is to the right of the page"),
        expected: Message(
          ja: "\(last)列までのセル (columns に列を足せます)",
          en: "a cell up to column \(last), or one more under \"columns\""))
    }
    let content = try fields.optional("text").map { node throws(TemplateFault) in try text(node, words: words)
    }
    return DocumentTemplate.TemplateCell(
      range: range, text: content ?? DocumentText(), look: try styles.position(fields.required("style")),
      conditions: try conditions(fields, words: words))
  }

  private func text(_ node: TemplateNode, words: Set<String>) throws(TemplateFault) -> DocumentText {
    if node.isNone { return DocumentText() }
    let raw = try node.text()
    guard let text = DocumentText(raw) else {
      throw node.fault(
        Message(ja: "「\(raw)」の {{ が閉じていません", en: "\"\(raw)\" has a {{ without its }}"),
        expected: Message("{{name}}"))
    }
    for name in text.placeholders where !words.contains(name) { throw unknown(name, node, words) }
    return text
  }

  private func conditions(
    _ fields: TemplateFields, words: Set<String>
  ) throws(TemplateFault) -> [DocumentTemplate.Condition] {
    var conditions: [DocumentTemplate.Condition] = []
    for (key, isWanted) in [("when", true), ("unless", false)] {
      guard let node = fields.optional(key) else { continue }
      let word = try node.text()
      guard words.contains(word) else { throw unknown(word, node, words) }
      conditions.append(DocumentTemplate.Condition(word: word, isWanted: isWanted))
    }
    return conditions
  }

  /// Names the words of the same family, since a typing error is mostly in the last part.
  private func unknown(_ name: String, _ node: TemplateNode, _ words: Set<String>) -> TemplateFault {
    let family = words.sorted().filter { $0.split(separator: ".").first == name.split(separator: ".").first }
    let known = family.isEmpty ? words.sorted() : family
    return node.unknownPlaceholder(name, known: known)
  }
}
