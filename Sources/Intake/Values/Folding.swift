import Foundation

/// The slow way of reading a value: full-width forms, half-width katakana and capitals are brought to one form.
enum Folding {
  /// NFKC in lower case. The forms that people really type are folded here by hand, the rest by Foundation.
  static func fold(_ cell: Cell) -> [UInt8] {
    let text = cell.string
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let plain = plain(scalar) else { return Array(comparisonKey(text).utf8) }
      folded.append(plain)
    }
    return trimmed(Array(String(folded).utf8))
  }

  /// The folded form of a character that stands for itself whatever follows it; nil for all others.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0x00...0x7F: scalar
    case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFEE0 + 0x20)
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x3000: " "
    case 0xFFE5: "¥"
    case 0xA5, 0xD7, 0x25CB, 0x25EF, 0x3007, 0x4E00...0x9FFF: scalar
    default: nil
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.first == Ascii.blank || bytes.last == Ascii.blank else { return bytes }
    let start = bytes.firstIndex { $0 != Ascii.blank } ?? bytes.endIndex
    let end = (bytes.lastIndex { $0 != Ascii.blank } ?? start - 1) + 1
    return Array(bytes[start..<end])
  }
}

extension Cell {
  /// `read` of the folded cell.
  func folded<Value>(_ read: (Cell) throws(CellFault) -> Value) throws(CellFault) -> Value {
    let bytes = Folding.fold(self)
    return try read(bytes.span)
  }
}
