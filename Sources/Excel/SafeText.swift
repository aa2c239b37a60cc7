/// Text as a cell may hold it: no control characters, no escape by accident, no more than Excel takes.
struct SafeText: Equatable {
  /// UTF-16 units of one cell.
  static let limit = 32_767

  var text: String
  var isCut = false

  /// Most text is fine as it stands and is not copied.
  init(_ raw: String) {
    guard SafeText.needsCare(raw) else {
      text = raw
      return
    }
    text = ""
    var units = 0
    let scalars = raw.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if scalar == "\r" {
        index = next
        if index < scalars.endIndex, scalars[index] == "\n" { continue }
        guard append("\n", &units) else { return }
        continue
      }
      let isEscape = scalar == "_" && SafeText.looksEscaped(scalars[next...])
      let piece = isEscape ? "_x005F_" : SafeText.isRefused(scalar) ? "\u{FFFD}" : String(scalar)
      guard append(piece, &units) else { return }
      index = next
    }
  }

  private mutating func append(_ piece: String, _ units: inout Int) -> Bool {
    units += piece.utf16.count
    guard units <= SafeText.limit else {
      isCut = true
      return false
    }
    text += piece
    return true
  }

  private static func needsCare(_ raw: String) -> Bool {
    var copy = raw
    return copy.withUTF8 { bytes in
      if bytes.count > limit { return true }
      return bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x5F || $0 == 0x7F }
        || containsRare(bytes)
    }
  }

  /// C1 controls are `C2 80` to `C2 9F`; U+FFFE and U+FFFF are `EF BF BE` and `EF BF BF`.
  private static func containsRare(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if previous == 0xC2, byte < 0xA0 { return true }
      if previous == 0xBF, byte == 0xBE || byte == 0xBF { return true }
      previous = byte
    }
    return false
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\t": false
    case "\u{FFFE}", "\u{FFFF}": true
    default: isControl(scalar)
    }
  }

  /// Whether `x0041_` follows, which Excel would read as a character.
  private static func looksEscaped(_ rest: Substring.UnicodeScalarView) -> Bool {
    let six = Array(rest.prefix(6))
    return six.count == 6 && six[0] == "x" && six[5] == "_"
      && six[1...4].allSatisfy(\.properties.isASCIIHexDigit)
  }
}
