/// The number on a parcel (送り状番号) as it is matched: without hyphens and blanks.
public struct TrackingNumber: Hashable, Sendable {
  public let digits: String

  public init(_ text: String) {
    if text.utf8.allSatisfy({ (48...57).contains($0) }) {
      digits = text
    } else {
      var kept = String.UnicodeScalarView()
      kept.append(contentsOf: text.unicodeScalars.compactMap(Self.normalized))
      digits = String(kept)
    }
  }

  public var isEmpty: Bool { digits.isEmpty }

  /// Twelve digits of which the last is not the first eleven mod 7.
  public var hasWrongCheckDigit: Bool {
    guard digits.utf8.count == 12, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
    var remainder = 0
    for digit in digits.utf8.prefix(11) { remainder = (remainder * 10 + Int(digit) - 48) % 7 }
    return digits.utf8.last.map { Int($0) - 48 } != remainder
  }

  /// Full-width letters and digits as ASCII; nil for hyphens and blanks of any width.
  private static func normalized(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x3000: nil
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x30FC, 0xFF70, 0xFE63, 0xAD: nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: scalar
    }
  }
}
