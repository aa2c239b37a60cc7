import CZlib

/// Packs pieces of one member apart from each other, so that threads can share the work.
///
/// Each piece ends on a byte and needs nothing of the pieces before it; the last one closes the stream. The bytes depend
/// on the pieces alone, not on who packs them.
///
/// It may go from one thread to another, and is never used by two at once.
final class Deflater: @unchecked Sendable {
  private var stream = z_stream()

  init(level: Int) throws(ExcelFault) {
    let result = deflateInit2_(
      &stream, Int32(level), Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { throw .library("zlib: error \(result)") }
  }

  deinit { deflateEnd(&stream) }

  func pack(_ plain: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ExcelFault) -> Piece {
    deflateReset(&stream)
    let room = Int(deflateBound(&stream, UInt(plain.count))) + 16
    var checksum = crc32(0, nil, 0)
    checksum = crc32_z(checksum, plain.baseAddress, plain.count)
    var result = Z_OK
    let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      stream.next_in = UnsafeMutablePointer(mutating: plain.baseAddress)
      stream.avail_in = UInt32(plain.count)
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(buffer.count)
      result = deflate(&stream, isLast ? Z_FINISH : Z_FULL_FLUSH)
      count = buffer.count - Int(stream.avail_out)
    }
    guard result == (isLast ? Z_STREAM_END : Z_OK), stream.avail_in == 0, stream.avail_out > 0 else {
      throw .library("zlib: error \(result)")
    }
    return Piece(packed: packed, size: plain.count, checksum: UInt32(checksum))
  }
}

/// A packed piece of a member with the size and checksum of what it holds.
struct Piece: Sendable {
  var packed: [UInt8]
  var size: Int
  var checksum: UInt32
}
