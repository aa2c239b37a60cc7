/// What one pass over a text tells about it, so that most texts are copied as they stand.
struct TextShape {
  var isEmpty: Bool
  /// It begins or ends with a blank.
  var isSpaced: Bool
  /// It has `&`, `<` or `>`.
  var needsEscape: Bool
  /// It may have something that `SafeText` replaces, or be too long.
  var needsCare: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    isEmpty = bytes.isEmpty
    isSpaced = bytes.first.map(TextShape.isBlank) == true || bytes.last.map(TextShape.isBlank) == true
    // Without branches, so that the compiler looks at many bytes at once.
    var (escapes, cares): (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      escapes |= (byte == 38 ? 1 : 0) | (byte == 60 ? 1 : 0) | (byte == 62 ? 1 : 0)
      // `C2` begins C1 controls, `BF` stands in U+FFFE and U+FFFF; both are often something else.
      let isControl: UInt8 = (byte < 32 ? 1 : 0) & (byte == 10 ? 0 : 1)
      cares |=
        isControl | (byte == 95 ? 1 : 0) | (byte == 127 ? 1 : 0) | (byte == 0xC2 ? 1 : 0)
        | (byte == 0xBF ? 1 : 0)
    }
    needsEscape = escapes != 0
    needsCare = cares != 0 || bytes.count > SafeText.limit
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 9 }
}
