/// Writes XML as UTF-8 (XML出力): indented, escaped, without characters that XML 1.0 forbids; elements empty for XML (nothing, or
/// plain blanks) are left out.
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
    guard content.utf8.contains(where: { $0 != UInt8(ascii: " ") }) else { return }
    open(name, attributes)
    putEscaped(content)
    put("</\(name)>\n")
  }

  private mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) {
    indent()
    put("<\(name)")
    for (name, value) in attributes {
      put(" \(name)=\"")
      putEscaped(Self.cleaned(value))
      put("\"")
    }
    put(">")
  }

  private mutating func indent() { for _ in 0..<depth { put("  ") } }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Byte by byte: a combining mark after `&` or `<` makes another character of it, but not for a reader of XML.
  private mutating func putEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "\""): put("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  /// Tabs and line ends become blanks, what XML 1.0 does not hold U+FFFD, as in a cell.
  private static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || isRefused($0) }) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      kept.append(isRefused(scalar) ? "\u{FFFD}" : scalar.value < 0x20 ? " " : scalar)
    }
    return String(kept)
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    case "\u{FFFE}", "\u{FFFF}": true
    default: scalar.value < 0x20
    }
  }
}
