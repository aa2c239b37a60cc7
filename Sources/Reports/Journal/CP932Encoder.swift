import Foundation

/// Writes text as CP932 (Windows-31J), character by character: one that it lacks becomes `〓`, never a failed file.
struct CP932Encoder {
  private var known: [Unicode.Scalar: [UInt8]] = [:]

  /// Characters that other systems write in another way than Windows.
  private static let sameInWindows: [UInt32: UInt32] = [
    0x301C: 0xFF5E, 0x2212: 0xFF0D, 0x2014: 0x2015, 0x2016: 0x2225, 0xA2: 0xFFE0, 0xA3: 0xFFE1, 0xAC: 0xFFE2,
    0xA5: 0xFFE5,
  ]
  /// 〓
  private static let geta: [UInt8] = [0x81, 0xAC]

  /// The bytes, and the characters that had to be replaced.
  mutating func encode(_ text: String) -> (bytes: [UInt8], replaced: String) {
    var bytes: [UInt8] = []
    var replaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let encoded = encode(scalar)
      bytes.append(contentsOf: encoded ?? Self.geta)
      if encoded == nil { replaced.append(scalar) }
    }
    return (bytes, String(replaced))
  }

  /// The longest beginning that takes at most `width` bytes.
  mutating func prefix(of text: String, width: Int) -> String {
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += (encode(scalar) ?? Self.geta).count
      guard used <= width else { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  private mutating func encode(_ scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.isASCII { return [UInt8(scalar.value)] }
    if let bytes = known[scalar] { return bytes.isEmpty ? nil : bytes }
    let windows = Self.sameInWindows[scalar.value].flatMap(Unicode.Scalar.init) ?? scalar
    let bytes = String(Character(windows)).data(using: .shiftJIS).map { [UInt8]($0) } ?? []
    known[scalar] = bytes
    return bytes.isEmpty ? nil : bytes
  }
}
