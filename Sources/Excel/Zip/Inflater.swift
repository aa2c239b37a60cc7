import CZlib

/// Unpacks a deflated member piece by piece, so that a large sheet never stands in memory whole.
enum Inflater {
  /// Gives each piece of the plain bytes to `body`; false where the bytes are damaged or end too early.
  static func unpack(
    _ packed: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Bool {
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return false
    }
    defer { inflateEnd(&stream) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { piece in
      var rest = packed
      while true {
        if stream.avail_in == 0 {
          let next = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
          stream.next_in = UnsafeMutablePointer(
            mutating: next.baseAddress?.assumingMemoryBound(to: UInt8.self))
          stream.avail_in = UInt32(next.count)
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(next.count))
        }
        stream.next_out = piece.baseAddress
        stream.avail_out = UInt32(piece.count)
        let result = inflate(&stream, Z_NO_FLUSH)
        guard result == Z_OK || result == Z_STREAM_END else { return false }
        body(UnsafeBufferPointer(rebasing: piece.prefix(piece.count - Int(stream.avail_out))))
        if result == Z_STREAM_END { return stream.avail_in == 0 && rest.isEmpty }
      }
    }
  }
}
