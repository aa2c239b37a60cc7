import Foundation
import Testing

@testable import Excel

@Suite("Pieces of a member")
struct DeflaterTests {
  private let rows = (0..<2_000).flatMap {
    Array("<c r=\"A\($0)\" s=\"7\"><v>\($0 * 7_919 % 4_001)</v></c>".utf8)
  }

  private func pack(_ bytes: [UInt8], isLast: Bool = true, _ deflater: Deflater) throws -> Piece {
    try bytes.withUnsafeBufferPointer { plain in try deflater.pack(plain, isLast: isLast) }
  }

  @Test("The bytes do not depend on what the memory held before")
  func memory() throws {
    let expected = try pack(rows, Deflater()).packed
    for fill: UInt16 in [0x0000, 0x0009, 0x0900, 0x5A5A, 0xFFFF] {
      // Given back to the allocator, from which the next packer is likely to take them.
      let blocks = (60...110).map { size in (malloc(size << 10), size << 10) }
      for (block, size) in blocks {
        block?.initializeMemory(as: UInt16.self, repeating: fill, count: size / 2)
      }
      for (block, _) in blocks { free(block) }
      #expect(try pack(rows, Deflater()).packed == expected)
    }
  }

  @Test(
    "The bytes do not depend on where the packer lies in memory",
    arguments: [
      "a <c r=1/><c r=2/><c r=3/>", "<c><c><c><c r=A1></c><c r=A1>", "aaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ])
  func place(_ text: String) throws {
    let bytes = Array(text.utf8)
    // All of them at the same time, so that each has a place of its own.
    let deflaters = try (0..<400).map { _ in try Deflater() }
    let packed = try deflaters.map { try pack(bytes, $0).packed }
    #expect(Set(packed).count == 1)
  }

  @Test("A packer that has packed something else gives the same bytes")
  func again() throws {
    let deflater = try Deflater()
    let first = try pack(rows, deflater).packed
    _ = try pack(Array(rows.reversed()), isLast: false, deflater)
    #expect(try pack(rows, deflater).packed == first)
  }

  @Test("Pieces one after the other unpack to what was packed", arguments: [0, 1, 1_000, 40_000])
  func joined(_ cut: Int) throws {
    let deflater = try Deflater()
    let packed =
      try pack(Array(rows[..<cut]), isLast: false, deflater).packed
      + pack(Array(rows[cut...]), isLast: true, deflater).packed
    var plain: [UInt8] = []
    let isWhole = packed.withUnsafeBytes { bytes in Inflater.unpack(bytes) { plain.append(contentsOf: $0) } }
    #expect(isWhole)
    #expect(plain == rows)
  }

  @Test("What cannot be made smaller is kept whole")
  func random() throws {
    var state: UInt64 = 88_172_645_463_325_252
    let noise = (0..<300_000).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    let packed = try pack(noise, Deflater()).packed
    var plain: [UInt8] = []
    let isWhole = packed.withUnsafeBytes { bytes in Inflater.unpack(bytes) { plain.append(contentsOf: $0) } }
    #expect(isWhole)
    #expect(plain == noise)
  }
}
