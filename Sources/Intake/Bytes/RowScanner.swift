/// Cuts a CSV (RFC 4180) into rows and fields, one row at a time, without copying a byte.
///
/// A quote has a meaning only at the start of a field; elsewhere, as in `="00123"`, it is a character.
struct RowScanner {
  /// A field as it stands in the file; without its quotes, unless they take some work to remove.
  struct Field {
    let start: Int
    let end: Int
    /// Holds the opening quote still, doubled quotes, or text behind the closing quote.
    let isRaw: Bool
  }

  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  private let newline: UInt8
  private let newlineWord: UInt64

  /// The start of the next row.
  private(set) var position: Int
  /// The physical line of the next row, from 1.
  private(set) var line: Int

  /// The fields of the current row; a copy of the scanner shares them.
  private var fields = FieldTable(capacity: 64)
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

  @inline(__always)
  func field(_ index: Int) -> Field { fields[index] }

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
        block &+= 8
        if block >= end { return finish(start, fieldStart, end, quoted, next: end) }
        marks = candidates(at: block)
      }
      let hit = block &+ marks.trailingZeroBitCount / 8
      marks &= marks &- 1
      let byte = bytes[hit]
      if byte == Ascii.comma {
        append(fieldStart, hit, quoted)
        fieldStart = hit &+ 1
        quoted = nil
      } else if byte == newline {
        line &+= 1
        return finish(start, fieldStart, hit, quoted, next: hit &+ 1)
      } else if byte == Ascii.quote, hit == fieldStart {
        let closed = try closingQuote(from: hit &+ 1)
        quoted = closed
        block = closed.end &+ 1
        if block >= end { return finish(start, fieldStart, end, quoted, next: end) }
        marks = candidates(at: block)
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
    append(fieldStart, last, quoted)
    rowRange = start..<last
    position = next
    return true
  }

  @inline(__always)
  private mutating func append(_ start: Int, _ end: Int, _ quoted: Quoted?) {
    if fieldCount == fields.capacity { fields = FieldTable(growing: fields) }
    if let quoted {
      let isRaw = quoted.hasDoubled || quoted.end + 1 != end
      fields[fieldCount] =
        isRaw
        ? Field(start: start, end: end, isRaw: true) : Field(start: start + 1, end: quoted.end, isRaw: false)
    } else {
      fields[fieldCount] = Field(start: start, end: end, isRaw: false)
    }
    fieldCount &+= 1
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

/// The fields of one row after the other, in memory that is used again.
private final class FieldTable {
  let capacity: Int
  private let fields: UnsafeMutablePointer<RowScanner.Field>

  init(capacity: Int) {
    self.capacity = capacity
    fields = .allocate(capacity: capacity)
  }

  /// Twice as large, with the same fields.
  convenience init(growing table: FieldTable) {
    self.init(capacity: 2 * table.capacity)
    fields.initialize(from: table.fields, count: table.capacity)
  }

  deinit { fields.deallocate() }

  subscript(index: Int) -> RowScanner.Field {
    @inline(__always) get { fields[index] }
    @inline(__always) set { fields[index] = newValue }
  }
}

/// A quoted field goes on to the end of the file.
struct QuoteUnclosed: Error {
  /// The line on which its row begins.
  let line: Int
}
