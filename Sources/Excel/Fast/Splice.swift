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
    _ shell: String, with insertions: [Insertion], from store: RowStore, to output: OutputFile
  ) throws(ExcelFault) {
    try store.close()
    let rows = try InputFile(path: store.path)
    let zip = ZipWriter(output)
    try FileBytes(path: shell).withBytes { bytes throws(ExcelFault) in
      guard let archive = ZipArchive(bytes) else {
        throw .damaged(shell, reason: "the archive has no complete directory")
      }
      for member in archive.members {
        let packed = UnsafeRawBufferPointer(rebasing: bytes[member.stored])
        if let insertion = insertions.first(where: { SheetPart.name($0.sheet) == member.name }) {
          try add(member, packed, insertion, rows, to: zip)
        } else {
          try zip.add(member.name, size: member.size, packed: packed.count, checksum: member.checksum)
          try zip.append(packed)
        }
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
    guard let end = xml.firstPlace(of: "</sheetData>", from: 0) else { return nil }
    var from = 0
    while let tag = xml.firstPlace(of: "<row r=\"", from: from), tag < end {
      let digits = xml[(tag + 8)...].prefix { (48...57).contains($0) }
      if digits.reduce(0, { $0 * 10 + Int($1 - 48) }) > belowRow { return tag }
      from = tag + 8
    }
    return end
  }
}

extension [UInt8] {
  fileprivate func firstPlace(of text: StaticString, from start: Int) -> Int? {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard count - start >= wanted.count else { return nil }
    return (start...(count - wanted.count)).first { at in
      self[at] == wanted[0] && self[at..<(at + wanted.count)].elementsEqual(wanted)
    }
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
