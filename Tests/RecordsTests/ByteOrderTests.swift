import Testing

@testable import Records

@Suite("Texts compared by their bytes")
struct ByteOrderTests {
  /// Short and long, one the beginning of another, differing at every place of a word, and equal for Unicode alone.
  private let texts: [String] =
    [
      "", "a", "b", "A-001", "A-0010", "A-002", "é", "e\u{301}", "が", "か\u{3099}", "𠮷野家", "\u{0}", "a\u{0}",
    ]
    + (0..<20).map { String(repeating: "x", count: $0) }
    + (0..<20).map { String(repeating: "x", count: $0) + "y" + String(repeating: "x", count: 19 - $0) }

  @Test("The order and equality of any two are those of their bytes")
  func pairs() {
    for left in texts {
      for right in texts {
        let (bytes, others) = (Array(left.utf8), Array(right.utf8))
        #expect(left.precedesInBytes(right) == bytes.lexicographicallyPrecedes(others), "\(left) \(right)")
        #expect(left.hasSameBytes(as: right) == (bytes == others), "\(left) \(right)")
      }
    }
  }
}
