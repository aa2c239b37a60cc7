/// Eight bytes of a file in one integer, so that eight are looked at with a few instructions.
enum ByteWord {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// `byte` in all eight places.
  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// The high bit of each byte that is zero; a byte after a zero may be marked as well, so look again.
  @inline(__always)
  static func zeroCandidates(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highBits }

  /// 1 in each byte that is zero, 0 in the others.
  @inline(__always)
  static func exactZeros(_ word: UInt64) -> UInt64 {
    let low = (word & ~highBits) &+ ~highBits
    return ~(low | word | ~highBits) >> 7
  }

  /// Whether the eight bytes from `offset` on are ASCII.
  @inline(__always)
  static func isASCII(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & highBits == 0
  }

  /// The sum of the eight bytes, below 256.
  @inline(__always)
  static func sum(_ word: UInt64) -> Int { Int(truncatingIfNeeded: (word &* ones) >> 56) }
}

/// The bytes that give a CSV its shape.
enum Ascii {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  /// Ctrl-Z, with which old programs end a file.
  static let controlZ: UInt8 = 0x1A
  static let blank: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
}
