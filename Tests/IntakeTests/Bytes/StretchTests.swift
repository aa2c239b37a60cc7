import Testing

@testable import Intake

struct StretchTests {
  private let text = Array(
    String(
      repeating: "株式会社,\"a\nb\",1\n1234567890123456789012345678901234567890123456789012345678901234567890\n",
      count: 40
    )
    .utf8)

  @Test(
    "stretches cover the body without gaps and begin behind a line feed",
    arguments: [1, 7, 64, 100, 1000, 100_000])
  func cuts(size: Int) {
    text.withUnsafeBytes { bytes in
      let stretches = Stretch.cut(bytes, 3..<bytes.count, size: size)
      var end = 3
      for stretch in stretches {
        #expect(stretch.range.lowerBound == end)
        #expect(end == 3 || bytes[end - 1] == 0x0A)
        end = stretch.range.upperBound
      }
      #expect(end == bytes.count)
    }
  }

  @Test("counts do not depend on the size", arguments: [1, 7, 64, 100, 1000, 100_000])
  func counts(size: Int) {
    text.withUnsafeBytes { bytes in
      let stretches = Stretch.cut(bytes, 0..<bytes.count, size: size).map { $0.counted(bytes) }
      #expect(stretches.reduce(0) { $0 + $1.newlines } == text.count { $0 == 0x0A })
      #expect(stretches.reduce(0) { $0 + $1.quotes } == text.count { $0 == 0x22 })
      #expect(stretches.allSatisfy { $0.invalidUTF8 == nil })
    }
  }

  @Test("a broken character is found wherever it stands", arguments: 0..<200)
  func finds(offset: Int) {
    var broken = Array(String(repeating: "あ", count: 50).utf8) + Array(String(repeating: "x", count: 50).utf8)
    broken[offset] = 0xFF
    let expected = offset < 150 ? offset / 3 * 3 : offset
    broken.withUnsafeBytes { bytes in
      let stretch = Stretch.cut(bytes, 0..<bytes.count, size: 10_000)[0].counted(bytes)
      #expect(stretch.invalidUTF8 == expected)
    }
  }
}
