import Records

/// The value of one field (セル): UTF-8 without surrounding blanks, as the parsers of the value types get it.
typealias Cell = Span<UInt8>

/// Why a value cannot be read.
struct CellFault: Error {
  let code: FindingCode
  /// What would have been right, where the code alone does not say it.
  var expected = ""

  init(_ code: FindingCode, expected: String = "") {
    self.code = code
    self.expected = expected
  }
}

extension Cell {
  /// The text of the cell, whose bytes were checked with the whole file's.
  var string: String {
    // A short text finds out by itself that it is ASCII.
    let text = unsafe UTF8Span(unchecked: self, isKnownASCII: count > 15 && isASCII)
    return String(copying: text)
  }

  var isASCII: Bool {
    for index in indices where self[index] >= 0x80 { return false }
    return true
  }

  /// Whether these bytes, and no others, are the cell.
  func equals(_ bytes: [UInt8]) -> Bool { count == bytes.count && starts(with: bytes) }

  func starts(with bytes: [UInt8], at start: Int = 0) -> Bool {
    guard start + bytes.count <= count else { return false }
    for index in bytes.indices where self[start + index] != bytes[index] { return false }
    return true
  }

  /// The digit at `index`; above 9 where there is none.
  @inline(__always)
  func digit(_ index: Int) -> UInt8 { self[index] &- 0x30 }
}
