import CIsal

/// Packs pieces of one member apart from each other, so that threads can share the work.
///
/// Each piece ends on a byte and needs nothing of the pieces before it; the last one closes the stream. The bytes depend
/// on the pieces alone, not on who packs them, nor on which processor.
///
/// It may go from one thread to another, and is never used by two at once.
final class Deflater: @unchecked Sendable {
  private let packer: UnsafeMutableRawPointer
  /// Where pieces are packed before they are copied, as short as they then are.
  private var room = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  init() throws(ExcelFault) {
    guard let packer = isal_packer_new() else { throw .library("no memory to pack a workbook") }
    self.packer = packer
  }

  deinit {
    isal_packer_free(packer)
    room.deallocate()
  }

  func pack(_ plain: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ExcelFault) -> Piece {
    // What cannot be packed is stored, in blocks of up to 64 KB.
    let most = plain.count + plain.count / 1024 + 512
    if room.count < most {
      room.deallocate()
      room = .allocate(capacity: most)
    }
    let count = isal_packer_pack(
      packer, plain.baseAddress, UInt32(plain.count), isLast ? 1 : 0, room.baseAddress, UInt32(room.count))
    guard count > 0 else { throw .library("ISA-L could not pack \(plain.count) bytes") }
    return Piece(
      packed: Array(room[..<count]), size: plain.count,
      checksum: crc32_gzip_refl(0, plain.baseAddress, UInt64(plain.count)))
  }
}

/// A packed piece of a member with the size and checksum of what it holds.
struct Piece: Sendable {
  var packed: [UInt8]
  var size: Int
  var checksum: UInt32
}
