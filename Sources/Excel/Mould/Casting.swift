import Reports
import Synchronization

/// Casts small workbooks from moulds, which it keeps (鋳込み).
final class Casting: Sendable {
  private let moulds = Mutex<[Mould.Key: Mould]>([:])
  private let deflaters = Mutex<[Deflater]>([])

  /// The mould of `key`; made where it is not there yet.
  func mould(_ key: Mould.Key, make: () throws(ExcelFault) -> Mould) throws(ExcelFault) -> Mould {
    if let mould = moulds.withLock({ $0[key] }) { return mould }
    let mould = try make()
    moulds.withLock { $0[key] = mould }
    return mould
  }

  /// Verifies the workbook in memory, then writes it.
  func cast(
    _ workbook: Workbook, from mould: Mould, to path: String, _ watch: @escaping FileWatch
  ) throws(ExcelFault) -> [TextCut] {
    guard let sheet = workbook.sheets.first else { return [] }
    try Layout.check(sheet)
    let idle = deflaters.withLock { $0.popLast() }
    let deflater = if let idle { idle } else { try Deflater() }
    defer { deflaters.withLock { $0.append(deflater) } }
    let zip = ZipWriter()
    var cuts: [TextCut] = []
    var buffer = ByteBuffer(capacity: 1 << 15)
    for (name, part) in mould.parts {
      switch part {
      case .packed(let piece): try zip.add(name, piece)
      case .gapped(let gaps):
        buffer.clear()
        for gap in gaps { workbook.fill(gap, into: &buffer) }
        try zip.add(name, deflater.pack(buffer.bytes, isLast: true))
      case .sheet:
        buffer.clear()
        var xml = SheetXML(sheet, styles: mould.styles) { workbook.look($0).size }
        xml.render(into: &buffer)
        if let fault = xml.fault { throw fault }
        cuts = xml.cuts
        try zip.add(name, deflater.pack(buffer.bytes, isLast: true))
      }
    }
    try zip.close()
    let verified = zip.pending.withUnsafeBytes { bytes in
      Result { () throws(ExcelFault) in
        try WorkbookCheck.verifySheets(bytes, of: path, rows: [sheet.writtenRows])
      }
    }
    try verified.get()
    let file = try OutputFile(path: path, watch)
    try file.write(zip.pending)
    try file.close()
    return cuts
  }
}

extension ZipWriter {
  fileprivate func add(_ name: String, _ piece: Piece) throws(ExcelFault) {
    try add(name, size: piece.size, packed: piece.packed.count, checksum: piece.checksum)
    try append(piece.packed)
  }
}

extension Workbook {
  fileprivate func fill(_ gap: Mould.Gap, into out: inout ByteBuffer) {
    switch gap {
    case .text(let bytes): out.append(bytes)
    case .title: out.append(escaped: SafeText(properties.title).text)
    case .subject: out.append(escaped: SafeText(properties.subject).text)
    case .printArea:
      guard let area = sheets.first?.page.printArea else { return }
      out.append(escaped: "\(area.from.absolute):\(area.through.absolute)")
    }
  }
}
