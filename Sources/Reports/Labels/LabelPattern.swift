import Intake
import Records

/// A message with placeholders (差し込み): `{value}` stands for a value, and what stands in `[ ]` is left out where a
/// value in it is empty.
struct LabelPattern: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case value(String)
  }

  /// A part in brackets, or between them.
  private struct Part: Sendable {
    var isOptional: Bool
    var pieces: [Piece] = []
  }

  private var parts: [Part] = []

  private static let pairs = Message(ja: "組になった [ ]", en: "[ ] in pairs")

  /// `placeholders` are the names of the values that the message may show.
  init(_ node: TemplateNode, placeholders: [String]) throws(TemplateFault) {
    var part = Part(isOptional: false)
    var rest = Substring(try node.text()).unicodeScalars
    while true {
      let literal = rest.prefix { $0 != "[" && $0 != "]" && $0 != "{" }
      if !literal.isEmpty { part.pieces.append(.text(String(literal))) }
      rest = rest[literal.endIndex...]
      guard let mark = rest.popFirst() else { break }
      switch mark {
      case "[" where !part.isOptional, "]" where part.isOptional:
        parts.append(part)
        part = Part(isOptional: mark == "[")
      case "{":
        let name = String(rest.prefix { $0 != "}" })
        guard placeholders.contains(name) else {
          throw node.unknownPlaceholder("{\(name)}", known: placeholders.map { "{\($0)}" })
        }
        rest = rest.dropFirst(name.unicodeScalars.count + 1)
        part.pieces.append(.value(name))
      default:
        throw node.fault(
          Message(ja: "「\(mark)」はここには置けません", en: "\"\(mark)\" does not belong here"), expected: Self.pairs)
      }
    }
    guard !part.isOptional else {
      throw node.fault(Message(ja: "「[」が閉じていません", en: "\"[\" is never closed"), expected: Self.pairs)
    }
    parts.append(part)
  }

  func filled(_ values: [String: String]) -> String {
    var text = ""
    for part in parts {
      let isEmpty = part.pieces.contains { piece in
        if case .value(let name) = piece { values[name, default: ""].isEmpty } else { false }
      }
      if part.isOptional && isEmpty { continue }
      for piece in part.pieces {
        switch piece {
        case .text(let literal): text += literal
        case .value(let name): text += values[name, default: ""]
        }
      }
    }
    return text
  }

  /// Whether the pattern shows the value of `name`.
  func names(_ name: String) -> Bool {
    parts.contains { part in
      part.pieces.contains { piece in
        if case .value(let other) = piece { other == name } else { false }
      }
    }
  }
}
