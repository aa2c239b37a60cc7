/// Cuts a CSV (RFC 4180) into rows and fields, one row at a time, without copying a byte.
///
/// A quote has a meaning only at the start of a field; elsewhere, as in `="00123"`, it is a character.
struct RowScanner {
  /// A field as it stands in the file; without its quotes, unless they take some work to remove.
  struct Field {
    var range: Range<Int>
    /// Holds the opening quote still, doubled quotes, or text behind the closing quote.
    var isRaw: Bool
  }

  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  private let newline: UInt8
  private let newlineWord: UInt64

  /// The start of the next row.
  private(set) var position: Int
  /// The physical line of the next row, from 1.
  private(set) var line: Int

  /// The fields of the current row; later elements are left from rows before.
  private var storage: [Field] = []
  private(set) var fieldCount = 0
  /// The current row without its line end.
  private(set) var rowRange = 0..<0
  private(set) var rowLine = 0

  init(_ source: SourceText, at position: Int, line: Int) {
    bytes = source.bytes
    end = source.body.upperBound
    newline = source.newline
    newlineWord = ByteWord.repeating(source.newline)
    self.position = position
    self.line = line
  }

  func field(_ index: Int) -> Field { storage[index] }

  /// Goes to the next row; false at the end of the file.
  ///
  /// - Throws: `QuoteUnclosed` where a quoted field does not end.
  mutating func next() throws(QuoteUnclosed) -> Bool {
    guard position < end else { return false }
    fieldCount = 0
    rowLine = line
    let start = position
    var fieldStart = position
    var quoted: Quoted?
    var block = position
    var marks = candidates(at: block)
    while true {
      while marks == 0 {
        block += 8
        if block >= end { return finish(start, fieldStart, end, quoted, next: end) }
        marks = candidates(at: block)
      }
      let hit = block + marks.trailingZeroBitCount / 8
      marks &= marks &- 1
      switch bytes[hit] {
      case Ascii.comma:
        append(fieldStart..<hit, quoted)
        fieldStart = hit + 1
        quoted = nil
      case newline:
        line += 1
        return finish(start, fieldStart, hit, quoted, next: hit + 1)
      case Ascii.quote where hit == fieldStart:
        let closed = try closingQuote(from: hit + 1)
        quoted = closed
        block = closed.end + 1
        if block >= end { return finish(start, fieldStart, end, quoted, next: end) }
        marks = candidates(at: block)
      default:
        continue
      }
    }
  }

  /// The closing quote of a field, and whether doubled quotes stand before it.
  private struct Quoted {
    var end: Int
    var hasDoubled: Bool
  }

  private mutating func closingQuote(from start: Int) throws(QuoteUnclosed) -> Quoted {
    var index = start
    var hasDoubled = false
    while index < end {
      let byte = bytes[index]
      if byte == newline {
        line += 1
      } else if byte == Ascii.quote {
        guard index + 1 < end, bytes[index + 1] == Ascii.quote else {
          return Quoted(end: index, hasDoubled: hasDoubled)
        }
        hasDoubled = true
        index += 1
      }
      index += 1
    }
    throw QuoteUnclosed(line: rowLine)
  }

  private mutating func finish(
    _ start: Int, _ fieldStart: Int, _ fieldEnd: Int, _ quoted: Quoted?, next: Int
  ) -> Bool {
    var last = fieldEnd
    let floor = quoted.map { $0.end + 1 } ?? fieldStart
    while last > floor && bytes[last - 1] == Ascii.carriageReturn { last -= 1 }
    append(fieldStart..<last, quoted)
    rowRange = start..<last
    position = next
    return true
  }

  @inline(__always)
  private mutating func append(_ range: Range<Int>, _ quoted: Quoted?) {
    var field = Field(range: range, isRaw: false)
    if let quoted {
      field.isRaw = quoted.hasDoubled || quoted.end + 1 != range.upperBound
      if !field.isRaw { field.range = range.lowerBound + 1..<quoted.end }
    }
    if fieldCount < storage.count { storage[fieldCount] = field } else { storage.append(field) }
    fieldCount += 1
  }

  /// The high bit of each of the eight bytes from `offset` that may be a comma, a quote or a line end.
  @inline(__always)
  private func candidates(at offset: Int) -> UInt64 {
    let word = word(at: offset)
    return ByteWord.zeroCandidates(word ^ ByteWord.repeating(Ascii.comma))
      | ByteWord.zeroCandidates(word ^ ByteWord.repeating(Ascii.quote))
      | ByteWord.zeroCandidates(word ^ newlineWord)
  }

  /// Eight bytes, filled up with zeros behind the end.
  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    if offset + 8 <= end { return bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian }
    var word: UInt64 = 0
    for index in offset..<end { word |= UInt64(bytes[index]) << UInt64(8 * (index - offset)) }
    return word
  }
}

/// A quoted field goes on to the end of the file.
struct QuoteUnclosed: Error {
  /// The line on which its row begins.
  let line: Int
}
