/// Windows-31J (CP932), the encoding in which Excel saves a CSV in Japan.
///
/// A second byte is never a comma, a quote or a line end, so a file can be split before it is decoded.
public enum CP932 {
  /// The character of each pair: `row * 94 + cell`, both from 0; 0 where there is none.
  private static let characters: [UInt16] = makeCharacters()
  /// The code of each character of Unicode's first plane; 0 where there is none.
  private static let codes: [UInt16] = makeCodes()

  /// Characters that other systems use for the same pair, such as the wave dash.
  private static let twins: [UInt16: UInt16] = [
    0x301C: 0xFF5E, 0x2212: 0xFF0D, 0x2014: 0x2015, 0x2016: 0x2225, 0xA2: 0xFFE0, 0xA3: 0xFFE1,
    0xA5: 0xFFE5, 0xAC: 0xFFE2,
  ]

  private static let rowCount = 120
  private static let cellsPerRow = 94
  /// Rows 95 to 114 are the user's own characters (外字), in Unicode's private area.
  private static let userRows = 94..<114

  /// Rows that several pairs of one character come from, the one to write first.
  private static let encodingOrder = [0..<12, 15..<88, 12..<13, 114..<119, 88..<92, userRows]
}

extension CP932 {
  /// The text of `bytes`; nil where they are no CP932.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    bytes.withUnsafeBufferPointer { source in
      guard firstInvalid(in: UnsafeRawBufferPointer(source), 0..<source.count) == nil else { return nil }
      return String(unsafeUninitializedCapacity: 3 * source.count) { decode(source, into: $0) }
    }
  }

  /// Writes the UTF-8 of `source` to `target`, which has room for three bytes for each of its own.
  ///
  /// - Returns: The number of bytes written.
  static func decode(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    characters.withUnsafeBufferPointer { characters in
      var read = 0
      var written = 0
      while read < source.count {
        let byte = source[read]
        var character = UInt16(byte)
        if byte >= 0x80 {
          let second = read + 1 < source.count ? source[read + 1] : 0
          (character, read) = decoded(byte, second, at: read, characters)
        }
        read += 1
        written += put(character, into: target, at: written)
      }
      return written
    }
  }

  /// The offset of the first byte in `range` that is no CP932, if any; `range` begins on a character.
  static func firstInvalid(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    characters.withUnsafeBufferPointer { characters in
      var position = range.lowerBound
      while position < range.upperBound {
        let byte = bytes[position]
        if byte >= 0x80 {
          let second = position + 1 < range.upperBound ? bytes[position + 1] : 0
          let (character, next) = decoded(byte, second, at: position, characters)
          if character == 0xFFFD { return position }
          position = next
        }
        position += 1
      }
      return nil
    }
  }

  /// The character at `position` and the position of its last byte; U+FFFD where there is none.
  @inline(__always)
  private static func decoded(
    _ byte: UInt8, _ second: UInt8, at position: Int, _ characters: UnsafeBufferPointer<UInt16>
  ) -> (character: UInt16, last: Int) {
    if byte >= 0xA1 && byte <= 0xDF { return (UInt16(byte) + (0xFF61 - 0xA1), position) }
    guard byte >= 0x81, byte <= 0xFC, byte != 0xA0, second >= 0x40, second <= 0xFC, second != 0x7F
    else { return (0xFFFD, position) }
    let lead = Int(byte) - (byte < 0xA0 ? 0x81 : 0xC1)
    let trail = Int(second) - (second < 0x7F ? 0x40 : 0x41)
    let character = characters[lead * 2 * cellsPerRow + trail]
    return character == 0 ? (0xFFFD, position) : (character, position + 1)
  }

  @inline(__always)
  private static func put(
    _ character: UInt16, into target: UnsafeMutableBufferPointer<UInt8>, at index: Int
  ) -> Int {
    if character < 0x80 {
      target[index] = UInt8(truncatingIfNeeded: character)
      return 1
    }
    if character < 0x800 {
      target[index] = UInt8(truncatingIfNeeded: 0xC0 | character >> 6)
      target[index + 1] = UInt8(truncatingIfNeeded: 0x80 | character & 0x3F)
      return 2
    }
    target[index] = UInt8(truncatingIfNeeded: 0xE0 | character >> 12)
    target[index + 1] = UInt8(truncatingIfNeeded: 0x80 | character >> 6 & 0x3F)
    target[index + 2] = UInt8(truncatingIfNeeded: 0x80 | character & 0x3F)
    return 3
  }
}

extension CP932 {
  /// The bytes of `text` as Windows writes it; a character that the code page lacks becomes `〓` and is named.
  public static func encode(_ text: String) -> (bytes: [UInt8], replaced: String) {
    var bytes: [UInt8] = []
    var replaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let code = code(of: scalar)
      if code == nil { replaced.append(scalar) }
      append(code ?? geta, to: &bytes)
    }
    return (bytes, String(replaced))
  }

  /// The longest beginning of `text` that takes at most `width` bytes.
  public static func prefix(of text: String, width: Int) -> String {
    var used = 0
    let kept = text.unicodeScalars.prefix { scalar in
      used += (code(of: scalar) ?? geta) > 0xFF ? 2 : 1
      return used <= width
    }
    return String(kept)
  }

  /// 〓
  private static let geta: UInt16 = 0x81AC

  /// One byte below 256, else two.
  private static func code(of scalar: Unicode.Scalar) -> UInt16? {
    guard let character = UInt16(exactly: scalar.value) else { return nil }
    let code = codes[Int(twins[character] ?? character)]
    return code == 0 && character != 0 ? nil : code
  }

  private static func append(_ code: UInt16, to bytes: inout [UInt8]) {
    if code > 0xFF { bytes.append(UInt8(truncatingIfNeeded: code >> 8)) }
    bytes.append(UInt8(truncatingIfNeeded: code))
  }

  private static func makeCharacters() -> [UInt16] {
    var characters = [UInt16](repeating: 0, count: rowCount * cellsPerRow)
    for line in characterRows.unicodeScalars.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let row = Int(Substring(parts[0])) else { continue }
      for (cell, scalar) in parts[1].enumerated() where scalar != "." {
        characters[(row - 1) * cellsPerRow + cell] = UInt16(truncatingIfNeeded: scalar.value)
      }
    }
    for index in userRows.lowerBound * cellsPerRow..<userRows.upperBound * cellsPerRow {
      characters[index] = 0xE000 + UInt16(index - userRows.lowerBound * cellsPerRow)
    }
    return characters
  }

  private static func makeCodes() -> [UInt16] {
    var codes = [UInt16](repeating: 0, count: 1 << 16)
    for ascii in 0..<0x80 { codes[ascii] = UInt16(ascii) }
    for kana in 0xA1...0xDF { codes[kana + (0xFF61 - 0xA1)] = UInt16(kana) }
    for row in encodingOrder.joined() {
      for cell in 0..<cellsPerRow {
        let character = Int(characters[row * cellsPerRow + cell])
        if character != 0, codes[character] == 0 { codes[character] = code(row: row, cell: cell) }
      }
    }
    return codes
  }

  private static func code(row: Int, cell: Int) -> UInt16 {
    let lead = row / 2 + 0x81
    let trail = (row % 2) * cellsPerRow + cell + 0x40
    return UInt16((lead > 0x9F ? lead + 0x40 : lead) << 8 | (trail >= 0x7F ? trail + 1 : trail))
  }
}
