import Glibc

/// A file that is read piece by piece, so that it takes no memory.
final class InputFile {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws(ExcelFault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(path, reason: systemMessage()) }
    self.path = path
  }

  deinit { close(descriptor) }

  /// Gives `count` bytes to `body`, a piece at a time.
  func read(from start: Int, count: Int, _ body: ([UInt8]) throws(ExcelFault) -> Void) throws(ExcelFault) {
    var offset = start
    while offset < start + count {
      var length = 0
      let room = min(1 << 20, start + count - offset)
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        length = pread(descriptor, buffer.baseAddress, room, off_t(offset))
        filled = max(0, length)
      }
      if length < 0, errno == EINTR { continue }
      guard length > 0 else {
        throw .file(path, reason: length < 0 ? systemMessage() : "the file ends early")
      }
      offset += length
      try body(piece)
    }
  }
}
