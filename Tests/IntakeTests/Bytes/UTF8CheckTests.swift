import Testing

@testable import Intake

struct UTF8CheckTests {
  private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      let (position, isValid) = UTF8Check.advance(in: buffer, from: 0, to: bytes.count, limit: bytes.count)
      return isValid ? nil : position
    }
  }

  @Test(
    "text is valid",
    arguments: ["", "abc", "é", "株式会社", "😀", "\u{10FFFF}", "\u{FFFF}", "\u{0}", "\u{7FF}\u{800}"])
  func valid(text: String) { #expect(firstInvalid(Array(text.utf8)) == nil) }

  @Test(
    "overlong forms, surrogates, stray and cut bytes are invalid",
    arguments: [
      ([0x80], 0), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0x41, 0xE3, 0x81], 1),
      ([0x41, 0xE3, 0x81, 0x41], 1), ([0xC3, 0xA9, 0xFF], 2), ([0xF0, 0x9F, 0x98], 0),
      ([0xE3, 0x81, 0x82, 0x82], 3),
    ] as [([UInt8], Int)])
  func invalid(bytes: [UInt8], offset: Int) { #expect(firstInvalid(bytes) == offset) }
}
