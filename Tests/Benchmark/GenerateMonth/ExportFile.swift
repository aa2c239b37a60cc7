import Foundation

/// One CSV file on its way to disk: fields go into a byte buffer, and a full buffer into the file.
final class ExportFile {
  private let handle: FileHandle
  private var bytes: [UInt8] = []
  private static let capacity = 1 << 20

  init(_ url: URL, header: String) throws {
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
    bytes.reserveCapacity(Self.capacity + 4096)
    bytes.append(contentsOf: header.utf8)
    newline()
  }

  func comma() { bytes.append(UInt8(ascii: ",")) }

  private func newline() {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  func endRow() throws {
    newline()
    guard bytes.count >= Self.capacity else { return }
    try flush()
  }

  func flush() throws {
    try handle.write(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  func close() throws {
    try flush()
    try handle.close()
  }

  /// A field whose bytes are ready in the file's encoding, then a comma.
  func field(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    comma()
  }

  func field(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    comma()
  }

  func text(_ text: [UInt8]) { bytes.append(contentsOf: text) }
  func text(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }
  func text(_ text: ArraySlice<UInt8>) { bytes.append(contentsOf: text) }

  /// `number` with leading zeros up to `width` digits.
  func digits(_ number: Int, width: Int = 1) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      var rest = number
      var at = 20
      repeat {
        at -= 1
        buffer[at] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0 || at > 20 - width
      bytes.append(contentsOf: buffer[at...])
    }
  }

  func field(_ number: Int) {
    digits(number)
    comma()
  }

  func field(_ number: Int?) {
    if let number { digits(number) }
    comma()
  }

  /// An id such as `CASE-00000123`.
  func id(_ prefix: StaticString, _ number: Int, width: Int) {
    text(prefix)
    digits(number, width: width)
    comma()
  }
}
