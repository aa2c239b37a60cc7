import CZlib

/// Reads a finished workbook again before it gets its name.
///
/// On a full disk libxlsxwriter reports success and writes parts that end early under a valid checksum; so each part
/// must end with the closing tag of its root, and each sheet must have the rows that were meant.
enum WorkbookCheck {
  /// `rows` are those that each sheet must have, in the order of the workbook.
  static func verify(_ path: String, rows: [Int]) throws(ExcelFault) {
    try FileBytes(path: path).withBytes { bytes throws(ExcelFault) in
      try verify(bytes, of: path, rows: rows) { _ in true }
    }
  }

  /// The sheets only, where the other parts are copies of verified ones.
  static func verifySheets(
    _ bytes: UnsafeRawBufferPointer, of path: String, rows: [Int]
  ) throws(ExcelFault) {
    try verify(bytes, of: path, rows: rows) { SheetPart.index($0) != nil }
  }

  private static func verify(
    _ bytes: UnsafeRawBufferPointer, of path: String, rows: [Int], where isChecked: (String) -> Bool
  ) throws(ExcelFault) {
    guard let archive = ZipArchive(bytes) else {
      throw .damaged(path, reason: "the archive has no complete directory")
    }
    for member in archive.members where isChecked(member.name) {
      if let reason = fault(in: member, bytes, rows) {
        throw .damaged(path, reason: "\(member.name): \(reason)")
      }
    }
    let names = Set(archive.members.map(\.name))
    for index in rows.indices where !names.contains(SheetPart.name(index)) {
      throw .damaged(path, reason: "\(SheetPart.name(index)) is missing")
    }
  }

  /// Sees that the file is as long as its directory says; what its members hold was verified before.
  static func verifyDirectory(_ path: String) throws(ExcelFault) {
    guard try FileBytes(path: path).withBytes({ ZipArchive($0) }) != nil else {
      throw .damaged(path, reason: "the archive has no complete directory")
    }
  }

  private static func fault(
    in member: ZipArchive.Member, _ bytes: UnsafeRawBufferPointer, _ rows: [Int]
  ) -> String? {
    var scan = PartScan()
    var size = 0
    var checksum = crc32(0, nil, 0)
    let packed = UnsafeRawBufferPointer(rebasing: bytes[member.stored])
    guard member.method == 8 else { return "it is not deflated" }
    let isWhole = Inflater.unpack(packed) { piece in
      scan.read(piece)
      size += piece.count
      checksum = crc32(checksum, piece.baseAddress, UInt32(piece.count))
    }
    guard isWhole, size == member.size, UInt32(checksum) == member.checksum else {
      return "its bytes are damaged"
    }
    guard scan.isClosed else { return "it ends early" }
    guard let index = SheetPart.index(member.name), rows.indices.contains(index) else {
      return nil
    }
    return scan.rows == rows[index] ? nil : "it has \(scan.rows) rows instead of \(rows[index])"
  }
}

/// The name of a sheet's part in the archive.
enum SheetPart {
  static func name(_ index: Int) -> String { "xl/worksheets/sheet\(index + 1).xml" }

  static func index(_ name: String) -> Int? {
    guard name.hasPrefix("xl/worksheets/sheet"), name.hasSuffix(".xml") else { return nil }
    return Int(name.dropFirst(19).dropLast(4)).map { $0 - 1 }
  }
}
