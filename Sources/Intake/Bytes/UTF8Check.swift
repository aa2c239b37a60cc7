/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// Checks whole characters from `position` until `goal` is reached, reading no byte at or after `limit`.
  ///
  /// - Returns: Where the checking stopped, and whether the character there is invalid.
  static func advance(
    in bytes: UnsafeRawBufferPointer, from position: Int, to goal: Int, limit: Int
  ) -> (position: Int, isValid: Bool) {
    var position = position
    while position < goal {
      if position + 8 <= goal, ByteWord.isASCII(bytes, at: position) {
        position += 8
        continue
      }
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      let length = characterLength(in: bytes, at: position, limit: limit)
      if length == 0 { return (position, false) }
      position += length
    }
    return (position, true)
  }

  /// The length of the character at `position`, which is not ASCII; 0 when it is invalid.
  @inline(__always)
  private static func characterLength(
    in bytes: UnsafeRawBufferPointer, at position: Int, limit: Int
  ) -> Int {
    let (length, secondFrom, secondThrough) = shape(of: bytes[position])
    guard length > 0, position + length <= limit else { return 0 }
    let second = bytes[position + 1]
    guard second >= secondFrom, second <= secondThrough else { return 0 }
    var index = position + 2
    while index < position + length {
      guard bytes[index] & 0xC0 == 0x80 else { return 0 }
      index += 1
    }
    return length
  }

  /// The length that a first byte announces, and the range of the second byte.
  @inline(__always)
  private static func shape(of first: UInt8) -> (Int, UInt8, UInt8) {
    switch first {
    case 0xC2...0xDF: (2, 0x80, 0xBF)
    case 0xE0: (3, 0xA0, 0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80, 0xBF)
    case 0xED: (3, 0x80, 0x9F)
    case 0xF0: (4, 0x90, 0xBF)
    case 0xF1...0xF3: (4, 0x80, 0xBF)
    case 0xF4: (4, 0x80, 0x8F)
    default: (0, 0, 0)
    }
  }
}
