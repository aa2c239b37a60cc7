import Testing

@testable import Intake

struct CP932Tests {
  private func decode(_ bytes: [UInt8]) -> String {
    let target = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 3 * bytes.count)
    defer { target.deallocate() }
    let count = bytes.withUnsafeBufferPointer { CP932.decode($0, into: target) }
    return String(decoding: target[..<count], as: UTF8.self)
  }

  @Test(
    "characters that strict Shift_JIS lacks are read",
    arguments: [
      ([0x87, 0x40], "①"), ([0x87, 0x8A], "㈱"), ([0x87, 0x56], "Ⅲ"), ([0xFB, 0xFC], "髙"),
      ([0xEE, 0xE0], "髙"),
      ([0xFA, 0xB1], "﨑"), ([0x81, 0x60], "～"), ([0x81, 0x7C], "－"), ([0x81, 0x40], "　"),
      ([0xB1, 0xDE], "ｱﾞ"),
      ([0xF0, 0x40], "\u{E000}"), ([0xF9, 0xFC], "\u{E757}"), ([0x83, 0x5C, 0x95, 0x5C], "ソ表"),
      ([0x41, 0x88, 0x9F, 0x5C, 0x7E], "A亜\\~"), ([0xEA, 0xA4], "熙"),
    ] as [([UInt8], String)])
  func decodes(bytes: [UInt8], text: String) { #expect(decode(bytes) == text) }

  @Test(
    "what is no character is invalid at its first byte", arguments: [0x80, 0xA0, 0xFD, 0xFE, 0xFF] as [UInt8])
  func invalidBytes(byte: UInt8) {
    let bytes: [UInt8] = [0x41, 0x88, 0x9F, byte, 0x41]
    #expect(bytes.withUnsafeBytes { CP932.firstInvalid(in: $0, 0..<5) } == 3)
  }

  @Test(
    "a lead byte needs a trail byte that gives a character",
    arguments: [
      [0x88], [0x88, 0x0A], [0x88, 0x7F], [0x88, 0xFD], [0x85, 0x40], [0xEF, 0x40], [0xFC, 0xFC],
    ] as [[UInt8]])
  func invalidPairs(bytes: [UInt8]) {
    #expect(bytes.withUnsafeBytes { CP932.firstInvalid(in: $0, 0..<bytes.count) } == 0)
  }

  @Test("every pair that is read is written, and read as the same character again")
  func roundTrip() {
    var count = 0
    for lead in UInt8(0x81)...0xFC {
      for trail in UInt8(0x40)...0xFC {
        let pair = [lead, trail]
        guard !(0xA0...0xDF).contains(lead),
          pair.withUnsafeBytes({ CP932.firstInvalid(in: $0, 0..<2) }) == nil
        else { continue }
        count += 1
        #expect(decode(CP932.encode(decode(pair)).bytes) == decode(pair))
      }
    }
    // JIS X 0208 6,879, NEC 83, NEC's choice 374, IBM 388, the user's 1,880.
    #expect(count == 6879 + 83 + 374 + 388 + 1880)
  }

  @Test("a character that the code page lacks becomes a geta and is named, look-alikes do not")
  func encodes() {
    #expect(CP932.encode("A😀é\0").bytes == [0x41, 0x81, 0xAC, 0x81, 0xAC, 0])
    #expect(CP932.encode("A😀é～").replaced == "😀é")
    #expect(CP932.encode("〜−—‖¥").bytes == [0x81, 0x60, 0x81, 0x7C, 0x81, 0x5C, 0x81, 0x61, 0x81, 0x8F])
    #expect(CP932.encode("㈱髙∪ｱ").bytes == [0x87, 0x8A, 0xFB, 0xFC, 0x81, 0xBE, 0xB1])
  }

  @Test("no second byte is a comma, a quote or a line end")
  func secondBytes() {
    let pairs: [[UInt8]] = [[0x88, 0x22], [0x88, 0x2C], [0x88, 0x0A], [0x88, 0x0D]]
    for pair in pairs { #expect(pair.withUnsafeBytes { CP932.firstInvalid(in: $0, 0..<2) } == 0) }
  }

  @Test(
    "a text is cut between characters, each counted by its bytes",
    arguments: [(0, ""), (1, "A"), (2, "A"), (3, "Aあ"), (4, "Aあｱ"), (5, "Aあｱ"), (6, "Aあｱ😀"), (9, "Aあｱ😀")])
  func cuts(width: Int, text: String) { #expect(CP932.prefix(of: "Aあｱ😀", width: width) == text) }
}
