import Glibc

/// A file mapped into memory, read-only, for as long as the value lives.
final class FileBytes {
  private let bytes: UnsafeRawBufferPointer

  init(path: String) throws(ExcelFault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(path, reason: systemMessage()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .file(path, reason: systemMessage()) }
    let size = Int(status.st_size)
    guard size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let start, start != MAP_FAILED else { throw .file(path, reason: systemMessage()) }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  /// The bytes, which are there only as long as `body` runs.
  func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws(ExcelFault) -> Result
  ) throws(ExcelFault) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes)
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
  }
}

/// What the system says about its last failure.
func systemMessage() -> String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
