/// A part of a file that begins at the start of a line, and what it is made of.
///
/// A line feed is never part of a longer character, so every stretch can be counted, checked and decoded by itself.
struct Stretch {
  let range: Range<Int>
  var newlines = 0
  var quotes = 0
  /// The first byte that is no UTF-8.
  var invalidUTF8: Int?

  /// Cuts `body` behind line feeds into parts of at least `size` bytes.
  static func cut(_ bytes: UnsafeRawBufferPointer, _ body: Range<Int>, size: Int) -> [Stretch] {
    var stretches: [Stretch] = []
    var start = body.lowerBound
    while start < body.upperBound {
      var end = min(start + max(size, 1), body.upperBound)
      while end < body.upperBound && bytes[end - 1] != Ascii.lineFeed { end += 1 }
      stretches.append(Stretch(range: start..<end))
      start = end
    }
    return stretches
  }

  /// Counts line feeds and quotes, and looks for bytes that are no UTF-8.
  func counted(_ bytes: UnsafeRawBufferPointer) -> Stretch {
    var counted = self
    var checked = range.lowerBound
    var position = range.lowerBound
    while position + 64 <= range.upperBound {
      if counted.add(block: bytes, at: position), counted.invalidUTF8 == nil {
        checked = counted.check(bytes, from: max(checked, position), to: position + 64)
      }
      position += 64
    }
    for index in position..<range.upperBound {
      if bytes[index] == Ascii.lineFeed { counted.newlines += 1 }
      if bytes[index] == Ascii.quote { counted.quotes += 1 }
    }
    if counted.invalidUTF8 == nil {
      _ = counted.check(bytes, from: max(checked, position), to: range.upperBound)
    }
    return counted
  }

  /// Counts 64 bytes; says whether one of them is not ASCII.
  @inline(__always)
  private mutating func add(block bytes: UnsafeRawBufferPointer, at position: Int) -> Bool {
    var lineFeeds: UInt64 = 0
    var quoteMarks: UInt64 = 0
    var all: UInt64 = 0
    for offset in stride(from: 0, to: 64, by: 8) {
      let word = bytes.loadUnaligned(fromByteOffset: position + offset, as: UInt64.self)
      all |= word
      lineFeeds &+= ByteWord.exactZeros(word ^ ByteWord.repeating(Ascii.lineFeed))
      quoteMarks &+= ByteWord.exactZeros(word ^ ByteWord.repeating(Ascii.quote))
    }
    newlines += ByteWord.sum(lineFeeds)
    quotes += ByteWord.sum(quoteMarks)
    return all & ByteWord.highBits != 0
  }

  private mutating func check(_ bytes: UnsafeRawBufferPointer, from position: Int, to goal: Int) -> Int {
    let (end, isValid) = UTF8Check.advance(in: bytes, from: position, to: goal, limit: range.upperBound)
    if !isValid { invalidUTF8 = end }
    return end
  }
}
