import Intake
import Records

/// Takes a template apart and checks every name in it against what it will be filled with.
struct TextTemplateParser {
  private struct Frame {
    var name: String
    var line: Int
    var isInverted: Bool
    var scope: [String: TextShape]
    var pieces: [TextPiece] = []
  }

  static let firstLine = "{{% CONTENT_TYPE: TEXT}}"

  private let file: String
  private var frames: [Frame]

  static func pieces(
    of text: String, file: String, shape: [String: TextShape]
  ) throws(TemplateFault) -> [TextPiece] {
    var parser = TextTemplateParser(file: file, shape: shape)
    return try parser.parse(text)
  }

  private init(file: String, shape: [String: TextShape]) {
    self.file = file
    frames = [Frame(name: "", line: 0, isInverted: false, scope: shape)]
  }

  private mutating func parse(_ text: String) throws(TemplateFault) -> [TextPiece] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      if number == 1 && !line.hasPrefix(Self.firstLine) {
        throw fault(
          1, ja: "最初の行が決まりどおりではありません", en: "does not begin as plain text", expected: Message(Self.firstLine))
      }
      let isAlone = try parse(line, number)
      if !isAlone && number < lines.count { add(.newline) }
    }
    if frames.count > 1, let last = frames.last {
      throw fault(
        last.line, ja: "{{#\(last.name)}} の区間が閉じていません", en: "section \(last.name) is never closed")
    }
    return frames[0].pieces
  }

  /// - Returns: whether the line has nothing but one tag that writes nothing, and so leaves no line behind.
  private mutating func parse(_ line: Substring, _ number: Int) throws(TemplateFault) -> Bool {
    var rest = line
    var texts: [Substring] = []
    var silent = 0
    var tags = 0
    while let start = rest.firstRange(of: "{{") {
      texts.append(rest[..<start.lowerBound])
      add(.text(Array(rest[..<start.lowerBound].utf8)))
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "}}") else {
        throw fault(
          number, ja: "{{ がその行で閉じていません", en: "a tag is not closed on its line", expected: Message("}}"))
      }
      tags += 1
      if try parseTag(rest[..<end.lowerBound], number) { silent += 1 }
      rest = rest[end.upperBound...]
    }
    if tags == 1 && silent == 1 && (texts + [rest]).allSatisfy({ $0.allSatisfy { $0 == " " } }) {
      return true
    }
    add(.text(Array(rest.utf8)))
    return false
  }

  private mutating func add(_ piece: TextPiece) {
    if case .text(let text) = piece, text.isEmpty { return }
    frames[frames.count - 1].pieces.append(piece)
  }

  /// - Returns: whether the tag writes nothing itself.
  private mutating func parseTag(_ tag: Substring, _ number: Int) throws(TemplateFault) -> Bool {
    switch tag.first {
    case "!", "%": return true
    case "#", "^":
      let name = try name(tag.dropFirst(), number)
      frames.append(
        Frame(name: name, line: number, isInverted: tag.first == "^", scope: try section(name, number)))
      return true
    case "/":
      let name = try name(tag.dropFirst(), number)
      guard frames.count > 1, let closed = frames.last, closed.name == name else {
        let open = frames.count > 1 ? frames.last.map { "{{/\($0.name)}}" } : nil
        throw fault(
          number, ja: "{{\(tag)}} に対応する始まりがありません", en: "{{\(tag)}} ends no section",
          expected: open.map { Message($0) })
      }
      frames.removeLast()
      add(.section(name, isInverted: closed.isInverted, closed.pieces))
      return true
    case ">", "<", "$", "=", "{", "&":
      throw fault(
        number, ja: "{{\(tag)}} は使えません", en: "{{\(tag)}} is not supported",
        expected: Message(ja: "値か区間", en: "values and sections"))
    default:
      add(try value(tag, number))
      return false
    }
  }

  private func name(_ text: Substring, _ number: Int) throws(TemplateFault) -> String {
    let name = text.filter { $0 != " " }
    guard !name.isEmpty else { throw fault(number, ja: "{{ }} に名前がありません", en: "a tag has no name") }
    return name
  }

  private func section(_ name: String, _ number: Int) throws(TemplateFault) -> [String: TextShape] {
    switch find(name) {
    case .section(let inner): return inner
    case .flag, .value: return [:]
    case nil: throw unknown(name, number)
    }
  }

  private func value(_ tag: Substring, _ number: Int) throws(TemplateFault) -> TextPiece {
    var name = try name(tag, number)
    var alignments: [(TextCell.Alignment, width: Int)] = []
    while let open = name.firstIndex(of: "("), name.hasSuffix(")") {
      let transform = String(name[..<open])
      guard let alignment = TextCell.alignment(transform) else {
        throw fault(
          number, ja: "知らないそろえ方 \(transform) です", en: "unknown alignment \(transform)",
          expected: Message(
            ja: "left20 のような、left、right、cut、bar、wrap と幅",
            en: "left, right, cut, bar or wrap with a width, such as left20"))
      }
      alignments.append(alignment)
      name = String(name[name.index(after: open)...].dropLast())
    }
    guard let shape = find(name) else { throw unknown(name, number) }
    guard shape == .value else {
      throw fault(
        number, ja: "\(name) は値ではなく区間です", en: "\(name) is a section, not a value",
        expected: Message("{{#\(name)}} … {{/\(name)}}"))
    }
    return .value(name, alignments)
  }

  /// The innermost section that has the name.
  private func find(_ name: String) -> TextShape? {
    for frame in frames.reversed() {
      if let shape = frame.scope[name] { return shape }
    }
    return nil
  }

  private func unknown(_ name: String, _ number: Int) -> TemplateFault {
    let known = Set(frames.flatMap(\.scope.keys)).sorted()
    return fault(
      number, ja: "知らない名前 \(name) です", en: "unknown name \(name)", expected: Message(oneOf: known))
  }

  private func fault(_ line: Int, ja: String, en: String, expected: Message? = nil) -> TemplateFault {
    TemplateFault(file: file, line: line, problem: Message(ja: ja, en: en), expected: expected)
  }
}
