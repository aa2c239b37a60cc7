/// The directory of a zip file and the place of each member's bytes.
struct ZipArchive {
  struct Member {
    var name: String
    var method: Int
    var checksum: UInt32
    var size: Int
    /// The compressed bytes, as they stand in the file.
    var stored: Range<Int>
  }

  let members: [Member]

  /// Nil where the bytes are no complete archive: cut short, longer than said, or with a torn directory.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 22 else { return nil }
    let end = bytes.count - 22
    guard bytes.word(at: end) == 0x0605_4B50 else { return nil }
    let count = bytes.half(at: end + 10)
    var at = Int(bytes.word(at: end + 16))
    guard at + Int(bytes.word(at: end + 12)) == end else { return nil }
    var members: [Member] = []
    for _ in 0..<count {
      guard at + 46 <= end, bytes.word(at: at) == 0x0201_4B50 else { return nil }
      let (nameLength, extra, comment) = (
        bytes.half(at: at + 28), bytes.half(at: at + 30), bytes.half(at: at + 32)
      )
      guard at + 46 + nameLength <= end else { return nil }
      let local = Int(bytes.word(at: at + 42))
      guard local + 30 <= end, bytes.word(at: local) == 0x0403_4B50 else { return nil }
      let from = local + 30 + bytes.half(at: local + 26) + bytes.half(at: local + 28)
      let through = from + Int(bytes.word(at: at + 20))
      guard through <= end else { return nil }
      members.append(
        Member(
          name: String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self),
          method: bytes.half(at: at + 10), checksum: bytes.word(at: at + 16),
          size: Int(bytes.word(at: at + 24)),
          stored: from..<through))
      at += 46 + nameLength + extra + comment
    }
    guard at == end else { return nil }
    self.members = members
  }
}

extension UnsafeRawBufferPointer {
  /// Little-endian, as zip files are.
  fileprivate func half(at offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }
  fileprivate func word(at offset: Int) -> UInt32 {
    UInt32(half(at: offset)) | UInt32(half(at: offset + 2)) << 16
  }
}
