import CZlib
import Reports

/// Puts packed rows into a workbook that libxlsxwriter wrote without them.
enum Splice {
  /// Rows of the sheet at a position of the workbook, to stand below a row.
  struct Insertion {
    var sheet: Int
    var table: Int
    var belowRow: Int
    var rows: PackedRows
    /// Where the rows begin in the store.
    var start: Int
  }

  static func write(
    _ shell: String, with insertions: [Insertion], from store: RowStore, to path: String
  ) throws(ExcelFault) {
    try store.close()
    let rows = try InputFile(path: store.path)
    let file = try FileBytes(path: shell)
    guard let archive = ZipArchive(file.bytes) else {
      throw .damaged(shell, reason: "the archive has no complete directory")
    }
    let zip = ZipWriter(try OutputFile(path: path))
    for member in archive.members {
      let packed = UnsafeRawBufferPointer(rebasing: file.bytes[member.stored])
      if let insertion = insertions.first(where: { SheetPart.name($0.sheet) == member.name }) {
        try add(member, packed, insertion, rows, to: zip)
      } else {
        try zip.add(member.name, size: member.size, packed: packed.count, checksum: member.checksum)
        try zip.append(packed)
      }
    }
    try zip.close()
  }

  private static func add(
    _ member: ZipArchive.Member, _ packed: UnsafeRawBufferPointer, _ insertion: Insertion,
    _ store: InputFile, to zip: ZipWriter
  ) throws(ExcelFault) {
    var xml: [UInt8] = []
    guard Inflater.unpack(packed, { xml.append(contentsOf: $0) }),
      let place = Splice.place(in: xml, belowRow: insertion.belowRow)
    else { throw .damaged(member.name, reason: "the sheet has no place for its rows") }
    let deflater = try Deflater()
    let head = try deflater.pack(xml[..<place], isLast: false)
    let tail = try deflater.pack(xml[place...], isLast: true)
    let rows = insertion.rows
    var checksum = crc32_combine(UInt(head.checksum), rows.checksum, rows.size)
    checksum = crc32_combine(checksum, UInt(tail.checksum), tail.size)
    try zip.add(
      member.name, size: head.size + rows.size + tail.size,
      packed: head.packed.count + rows.packed + tail.packed.count, checksum: UInt32(checksum))
    try zip.append(head.packed)
    try store.read(from: insertion.start, count: rows.packed) { bytes throws(ExcelFault) in
      try zip.append(bytes)
    }
    try zip.append(tail.packed)
  }

  /// Before the first row below `belowRow`, or at the end of the sheet's rows.
  static func place(in xml: [UInt8], belowRow: Int) -> Int? {
    let text = Substring(String(decoding: xml, as: UTF8.self))
    guard let end = text.firstRange(of: "</sheetData>")?.lowerBound else { return nil }
    var rest = text[..<end]
    while let tag = rest.firstRange(of: "<row r=\"") {
      let number = rest[tag.upperBound...].prefix { $0.isNumber }
      if let number = Int(number), number > belowRow {
        return text.utf8.distance(from: text.startIndex, to: tag.lowerBound)
      }
      rest = rest[tag.upperBound...]
    }
    return text.utf8.distance(from: text.startIndex, to: end)
  }
}

extension Deflater {
  fileprivate func pack(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(ExcelFault) -> Piece {
    let result = bytes.withUnsafeBufferPointer { plain in
      Result { () throws(ExcelFault) in try pack(plain, isLast: isLast) }
    }
    return try result.get()
  }
}
