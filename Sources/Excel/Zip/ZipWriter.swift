/// Writes a zip file member by member; its dates are those of the format's beginning, never a clock's.
final class ZipWriter {
  private let output: OutputFile?
  /// What is not written yet; without an output, the whole file.
  private(set) var pending: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private var offset = 0

  /// Without an output the file is kept in memory.
  init(_ output: OutputFile? = nil) { self.output = output }

  /// Begins a member whose packed bytes follow by `append`.
  func add(_ name: String, size: Int, packed: Int, checksum: UInt32) throws(ExcelFault) {
    guard max(size, packed, offset + packed) < 0xFFFF_0000, count < 0xFFFF else {
      throw .library("a workbook of 4 GB or more is not written")
    }
    let bytes = Array(name.utf8)
    var fields: [UInt8] = []
    fields.append(half: 20)
    fields.append(half: 0)
    fields.append(half: 8)
    fields.append(half: 0)
    // 1980-01-01.
    fields.append(half: 0x21)
    fields.append(word: checksum)
    fields.append(word: UInt32(packed))
    fields.append(word: UInt32(size))
    fields.append(half: bytes.count)
    fields.append(half: 0)
    directory.append(word: 0x0201_4B50)
    directory.append(half: 20)
    directory += fields
    for _ in 0..<3 { directory.append(half: 0) }
    directory.append(word: 0)
    directory.append(word: UInt32(offset))
    directory += bytes
    count += 1
    var local: [UInt8] = []
    local.append(word: 0x0403_4B50)
    try append(local + fields + bytes)
  }

  func append(_ bytes: some Collection<UInt8>) throws(ExcelFault) {
    offset += bytes.count
    pending.append(contentsOf: bytes)
    if pending.count > 1 << 20 { try flush() }
  }

  private func flush() throws(ExcelFault) {
    guard let output else { return }
    try output.write(pending)
    pending.removeAll(keepingCapacity: true)
  }

  func close() throws(ExcelFault) {
    let start = offset
    try append(directory)
    var end: [UInt8] = []
    end.append(word: 0x0605_4B50)
    end.append(word: 0)
    end.append(half: count)
    end.append(half: count)
    end.append(word: UInt32(directory.count))
    end.append(word: UInt32(start))
    end.append(half: 0)
    try append(end)
    try flush()
    try output?.close()
  }
}

extension [UInt8] {
  /// Little-endian, as zip files are.
  fileprivate mutating func append(half value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append(word value: UInt32) {
    append(half: Int(value & 0xFFFF))
    append(half: Int(value >> 16))
  }
}
