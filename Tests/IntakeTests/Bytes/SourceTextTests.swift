import Records
import Testing

@testable import Intake

struct SourceTextTests {
  private func look(_ bytes: [UInt8]) throws -> SourceText {
    try bytes.withUnsafeBytes {
      try SourceText($0, file: "cases.csv", jobs: 2, stretchSize: 4, done: { _ in })
    }
  }

  @Test(
    "a mark decides, then valid UTF-8, then CP932",
    arguments: [
      (Array("a,b\n".utf8), TextEncoding.utf8), (Array("顧客,b\n".utf8), .utf8),
      ([0xEF, 0xBB, 0xBF, 0x61], .utf8WithBOM),
      ([0x8C, 0xDA, 0x8B, 0x71, 0x0A], .cp932), ([], .utf8), ([0xB1, 0x0A], .cp932),
    ] as [([UInt8], TextEncoding)])
  func encodings(bytes: [UInt8], encoding: TextEncoding) throws {
    #expect(try look(bytes).encoding == encoding)
  }

  @Test(
    "bytes of no encoding are named by offset and line",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], 0, 1), ([0xFE, 0xFF, 0x00, 0x61], 0, 1), ([0x61, 0x00, 0x62, 0x00], 1, 1),
      (Array("a,b\nc,".utf8) + [0xFF] + Array("d\n".utf8), 6, 2),
      (Array("あ,b\nあ,".utf8) + [0xFF] + Array("d\n".utf8), 10, 2),
      ([0x8C, 0xDA, 0x0A, 0x8C, 0xDA, 0xFF, 0x0A], 5, 2), ([0xEF, 0xBB, 0xBF, 0x8C, 0xDA], 3, 1),
      (Array("a\nb\nc".utf8) + [0xE3], 5, 3),
    ] as [([UInt8], Int, Int)])
  func invalid(bytes: [UInt8], offset: Int, line: Int) throws {
    let fault = #expect(throws: IntakeFault.self) { _ = try look(bytes) }
    #expect(fault?.code == .encoding)
    #expect(fault?.file == "cases.csv")
    #expect(fault?.byteOffset == offset)
    #expect(fault?.line == line)
  }
}
