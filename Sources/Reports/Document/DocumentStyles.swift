import Intake
import Records

/// The styles of a template by name, in the order of the file.
struct DocumentStyles {
  private(set) var looks: [Look] = []
  private var names: [String] = []

  private static let keys = [
    "like", "font", "size", "bold", "italic", "underline", "colour", "fill", "border", "align", "valign",
    "wrap",
    "shrink", "indent", "format",
  ]

  init(_ node: TemplateNode) throws(TemplateFault) {
    for (name, style) in try node.entries() {
      let fields = try style.fields(DocumentStyles.keys)
      var look = Look()
      if let like = fields.optional("like") { look = looks[try position(like)] }
      try DocumentStyles.describe(&look, fields)
      names.append(name)
      looks.append(look)
    }
  }

  /// Where the style that a node names stands; it must stand above.
  func position(_ node: TemplateNode) throws(TemplateFault) -> Int {
    let name = try node.text()
    guard let position = names.firstIndex(of: name) else {
      throw node.fault(
        Message(ja: "知らない様式「\(name)」です", en: "unknown style \"\(name)\""), expected: Message(oneOf: names))
    }
    return position
  }

  private static func describe(_ look: inout Look, _ fields: TemplateFields) throws(TemplateFault) {
    if let node = fields.optional("font") { look.font = try node.text() }
    if let node = fields.optional("size") { look.size = try node.decimal(in: 4...100) }
    if let node = fields.optional("bold") { look.isBold = try node.flag() }
    if let node = fields.optional("italic") { look.isItalic = try node.flag() }
    if let node = fields.optional("underline") { look.isUnderlined = try node.flag() }
    if let node = fields.optional("colour") { look.colour = try node.colour() }
    if let node = fields.optional("fill") { look.fill = node.isNone ? nil : try node.colour() }
    if let node = fields.optional("border") { look.border = try border(node) }
    if let node = fields.optional("align") { look.horizontal = try node.oneOf(Look.Horizontal.self) }
    if let node = fields.optional("valign") { look.vertical = try node.oneOf(Look.Vertical.self) }
    if let node = fields.optional("wrap") { look.wraps = try node.flag() }
    if let node = fields.optional("shrink") { look.shrinks = try node.flag() }
    if let node = fields.optional("indent") { look.indent = try node.whole(in: 0...15) }
    if let node = fields.optional("format") { look.numberFormat = try node.numberFormat() }
  }

  private static func border(_ node: TemplateNode) throws(TemplateFault) -> Look.Border {
    if node.isNone { return .none }
    let fields = try node.fields(["top", "bottom", "left", "right", "all", "colour"])
    var border = Look.Border()
    if let all = fields.optional("all") {
      let line = try all.oneOf(Look.Line.self)
      border = Look.Border(top: line, bottom: line, left: line, right: line)
    }
    if let node = fields.optional("top") { border.top = try node.oneOf(Look.Line.self) }
    if let node = fields.optional("bottom") { border.bottom = try node.oneOf(Look.Line.self) }
    if let node = fields.optional("left") { border.left = try node.oneOf(Look.Line.self) }
    if let node = fields.optional("right") { border.right = try node.oneOf(Look.Line.self) }
    if let node = fields.optional("colour") { border.colour = try node.colour() }
    return border
  }
}

extension TemplateNode {
  /// A number format whose quotes and brackets are closed; Excel refuses a whole workbook for one that it cannot read.
  fileprivate func numberFormat() throws(TemplateFault) -> String {
    let format = try text()
    guard NumberFormat.isClosed(format) else {
      throw isNo(
        Message(ja: "表示形式", en: "number format"),
        expected: Message(
          ja: "閉じた引用符と角かっこ、; で区切った4つまでの部分",
          en: "closed quotes and brackets, at most four parts parted by ;"))
    }
    return format
  }

  fileprivate func colour() throws(TemplateFault) -> Colour {
    let text = try text()
    guard let colour = Colour(text) else {
      throw isNo(
        Message(ja: "色", en: "colour"),
        expected: Message(ja: "引用符の中の \"#1F4E79\" のような色", en: "a colour in quotes, such as \"#1F4E79\""))
    }
    return colour
  }
}

private enum NumberFormat {
  /// Whether quotes and brackets come in pairs, and the parts are no more than Excel takes.
  static func isClosed(_ format: String) -> Bool {
    var (isQuoted, isBracketed, parts) = (false, false, 1)
    var rest = format[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[", "]":
        guard isBracketed == (character == "]") else { return false }
        isBracketed.toggle()
      case ";": parts += 1
      default: break
      }
    }
    return !isQuoted && !isBracketed && parts <= 4 && format.utf16.count <= 255
  }
}
