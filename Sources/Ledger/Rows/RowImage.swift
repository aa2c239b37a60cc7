/// A row in canonical form (行の正規形): the bytes that are hashed, bound to statements, and compared by `verify`.
///
/// Each field is a tag byte and its content: integers as 8 bytes big-endian, texts and blobs as their length in 4 bytes and
/// their bytes. Rows of millions go through one image, which keeps its memory.
struct RowImage {
  enum Field {
    case null
    case integer(Int)
    case text(Range<Int>)
    case blob(Range<Int>)
  }

  private(set) var bytes: [UInt8] = []
  private(set) var fields: [Field] = []

  /// Begins the row of a table; the table's name is part of the image.
  mutating func begin(_ table: String) {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: table.utf8)
    bytes.append(0)
  }

  mutating func null() {
    bytes.append(0)
    fields.append(.null)
  }

  mutating func integer(_ value: Int) {
    bytes.append(1)
    append(bigEndian: UInt64(bitPattern: Int64(value)))
    fields.append(.integer(value))
  }

  mutating func flag(_ value: Bool) { integer(value ? 1 : 0) }

  mutating func text(_ value: String) {
    bytes.append(2)
    fields.append(.text(appendSized(value.utf8)))
  }

  mutating func text(_ value: String?) {
    if let value { text(value) } else { null() }
  }

  mutating func text(_ bytes: UnsafeRawBufferPointer) {
    self.bytes.append(2)
    fields.append(.text(appendSized(bytes)))
  }

  mutating func blob(_ content: some Collection<UInt8>) {
    bytes.append(3)
    fields.append(.blob(appendSized(content)))
  }

  private mutating func appendSized(_ content: some Collection<UInt8>) -> Range<Int> {
    let sizeAt = bytes.count
    bytes.append(contentsOf: [0, 0, 0, 0])
    bytes.append(contentsOf: content)
    let size = bytes.count - sizeAt - 4
    for place in 0..<4 { bytes[sizeAt + place] = UInt8(truncatingIfNeeded: size >> (24 - 8 * place)) }
    return sizeAt + 4..<bytes.count
  }

  private mutating func append(bigEndian value: UInt64) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// FNV-1a over the image: names the row in which a byte changed. What keeps the whole honest is the close's SHA-256.
  var seal: Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(Int64(bitPattern: hash))
  }
}
