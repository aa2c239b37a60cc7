/// Writes XML as UTF-8 (XML出力): indented, escaped, without characters that XML 1.0 forbids; empty elements are left out.
struct XMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)] = [], _ content: (inout XMLWriter) -> Void
  ) {
    let before = bytes.count
    open(name, attributes)
    put("\n")
    let begun = bytes.count
    depth += 1
    content(&self)
    depth -= 1
    guard bytes.count > begun else {
      bytes.removeSubrange(before...)
      return
    }
    indent()
    put("</\(name)>\n")
  }

  mutating func element(_ name: String, _ content: String, _ attributes: [(name: String, value: String)] = [])
  {
    let content = Self.cleaned(content)
    guard content.contains(where: { !$0.isWhitespace }) else { return }
    open(name, attributes)
    put("\(Self.escaped(content))</\(name)>\n")
  }

  private mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) {
    indent()
    put("<\(name)")
    for (name, value) in attributes { put(" \(name)=\"\(Self.escaped(Self.cleaned(value)))\"") }
    put(">")
  }

  private mutating func indent() { for _ in 0..<depth { put("  ") } }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else {
      return text
    }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// Control characters become blanks; what is no character at all is dropped.
  private static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF })
    else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.value != 0xFFFE && scalar.value != 0xFFFF {
      kept.append(scalar.value < 0x20 ? " " : scalar)
    }
    return String(kept)
  }
}
