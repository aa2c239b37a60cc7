import Glibc

/// Sees the bytes of a file in their order while they are written, such as for a digest.
public typealias FileWatch = (_ bytes: UnsafeRawBufferPointer) -> Void

/// A file that is begun anew and written from front to end; what the system refuses is a fault.
final class OutputFile {
  private let path: String
  private let descriptor: Int32
  private let watch: FileWatch
  private var isOpen = true

  init(path: String, _ watch: @escaping FileWatch = { _ in }) throws(ExcelFault) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .file(path, reason: systemMessage()) }
    self.path = path
    self.watch = watch
  }

  deinit {
    if isOpen { Glibc.close(descriptor) }
  }

  func write(_ bytes: [UInt8]) throws(ExcelFault) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      guard written > 0 || (written < 0 && errno == EINTR) else { throw .file(path, reason: systemMessage()) }
      done += max(0, written)
    }
    bytes.withUnsafeBytes(watch)
  }

  func close() throws(ExcelFault) {
    isOpen = false
    guard Glibc.close(descriptor) == 0 else { throw .file(path, reason: systemMessage()) }
  }
}
