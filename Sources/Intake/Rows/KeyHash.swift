import Records

/// A hash of a key's bytes that is the same in every run, unlike Swift's own.
enum KeyHash {
  static func hash(_ cell: Cell) -> UInt32 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in cell.indices { mix(cell[index], into: &state) }
    return finish(state)
  }

  static func hash(_ key: Identifier) -> UInt32 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in key.text.utf8 { mix(byte, into: &state) }
    return finish(state)
  }

  @inline(__always)
  private static func mix(_ byte: UInt8, into state: inout UInt64) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inline(__always)
  private static func finish(_ state: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (state ^ state >> 32) &* 0xFF51_AFD7_ED55_8CCD >> 32)
  }
}
