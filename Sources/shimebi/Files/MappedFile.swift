import Foundation
import Records

/// A file's bytes, mapped into memory for as long as the value lives.
final class MappedFile: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer

  /// Throws the system's reason where the file cannot be read.
  init(path: String) throws(FileFault) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileFault(path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFault(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileFault(path: path, reason: Message(ja: "ファイルではありません", en: "not a file"))
    }
    let size = Int(status.st_size)
    guard size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw FileFault(path: path)
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  var count: Int { bytes.count }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
  }

  /// The bytes, which are there only as long as `body` runs.
  func withBytes<Result, Fault: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(bytes)
  }

  /// Gives the whole pages of `range` back: they were read, and count as memory until then.
  func releasePages(_ range: Range<Int>) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let first = (range.lowerBound + page - 1) / page * page
    let last = range.upperBound / page * page
    guard first < last, let start = bytes.baseAddress else { return }
    madvise(UnsafeMutableRawPointer(mutating: start + first), last - first, MADV_DONTNEED)
  }
}
