import Records
import Threads

/// The bytes of an export with what a first look at all of them told: encoding, line ends, and where it may be cut.
///
/// The bytes are only read, by any number of threads.
struct SourceText: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  let encoding: TextEncoding
  /// Without byte order mark and without Ctrl-Z at the end.
  let body: Range<Int>
  /// The byte that ends a line: a carriage return where the file has no line feed at all.
  let newline: UInt8
  let stretches: [Stretch]
}

extension SourceText {
  init(
    _ bytes: UnsafeRawBufferPointer, file: String, jobs: Int, stretchSize: Int,
    done: @escaping @Sendable (Range<Int>) -> Void
  ) throws(IntakeFault) {
    let (start, hasMark) = try Self.bodyStart(bytes, file: file)
    let body = start..<Self.bodyEnd(bytes, from: start)
    let cut = Stretch.cut(bytes, body, size: stretchSize)
    nonisolated(unsafe) let shared = bytes
    var stretches = inParallel(cut.count, jobs: jobs) { index in
      defer { done(cut[index].range) }
      return cut[index].counted(shared)
    }
    newline = Self.newline(bytes, &stretches)
    encoding = try Self.encoding(of: bytes, stretches, hasMark: hasMark, file: file, jobs: jobs)
    self.bytes = bytes
    self.body = body
    self.stretches = stretches
  }

  /// A file without any line feed, which then is one stretch, may have carriage returns instead (old Macintosh).
  private static func newline(_ bytes: UnsafeRawBufferPointer, _ stretches: inout [Stretch]) -> UInt8 {
    guard stretches.count == 1, stretches[0].newlines == 0 else { return Ascii.lineFeed }
    let returns = bytes[stretches[0].range].count { $0 == Ascii.carriageReturn }
    stretches[0].newlines = returns
    return returns > 0 ? Ascii.carriageReturn : Ascii.lineFeed
  }

  /// Behind a byte order mark. UTF-16 is no file of ours, with a mark or without one.
  private static func bodyStart(
    _ bytes: UnsafeRawBufferPointer, file: String
  ) throws(IntakeFault) -> (start: Int, hasMark: Bool) {
    if bytes.starts(with: TextEncoding.utf8BOM) { return (3, true) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw IntakeFault(.encoding, file: file, line: 1, byteOffset: 0, detail: "UTF-16")
    }
    if let zero = bytes.prefix(4).firstIndex(of: 0) {
      throw IntakeFault(.encoding, file: file, line: 1, byteOffset: zero, detail: "UTF-16")
    }
    return (0, false)
  }

  /// Before the Ctrl-Z at the end, which line ends may follow.
  private static func bodyEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let filling: Set<UInt8> = [Ascii.controlZ, Ascii.carriageReturn, Ascii.lineFeed]
    var end = bytes.count
    var body = bytes.count
    while end > start && filling.contains(bytes[end - 1]) {
      end -= 1
      if bytes[end] == Ascii.controlZ { body = end }
    }
    return body
  }

  /// A mark decides; else valid UTF-8 is UTF-8; else it is CP932.
  private static func encoding(
    of bytes: UnsafeRawBufferPointer, _ stretches: [Stretch], hasMark: Bool, file: String, jobs: Int
  ) throws(IntakeFault) -> TextEncoding {
    let invalidUTF8 = stretches.lazy.compactMap(\.invalidUTF8).first
    guard let invalidUTF8 else { return hasMark ? .utf8WithBOM : .utf8 }
    if hasMark { throw invalid(bytes, at: invalidUTF8, file: file) }
    nonisolated(unsafe) let shared = bytes
    let invalidCP932 = inParallel(stretches.count, jobs: jobs) { index in
      CP932.firstInvalid(in: shared, stretches[index].range)
    }
    guard let first = invalidCP932.lazy.compactMap({ $0 }).first else { return .cp932 }
    // The encoding that held for longer is the one that was meant.
    throw invalid(bytes, at: max(first, invalidUTF8), file: file)
  }

  private static func invalid(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, file: String
  ) -> IntakeFault {
    let line = bytes[..<offset].count { $0 == Ascii.lineFeed } + 1
    return IntakeFault(.encoding, file: file, line: line, byteOffset: offset)
  }
}
