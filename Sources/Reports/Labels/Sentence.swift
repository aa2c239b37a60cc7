/// A label with values in it (差し込み文), parsed once: `{name}` stands for a value; the labels were checked for names.
struct Sentence: Sendable {
  private enum Piece: Sendable {
    case words(String)
    case value(String)
  }

  private var pieces: [Piece] = []

  init(_ pattern: String) {
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      pieces.append(.value(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
  }

  func filled(_ values: KeyValuePairs<String, String>) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .value(let name): text += values.first { $0.key == name }?.value ?? ""
      }
    }
    return text
  }
}
