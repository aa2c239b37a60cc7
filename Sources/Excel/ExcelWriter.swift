import CXlsxWriter
import Glibc
public import Reports

/// Writes workbooks (Excelファイルの書き出し).
///
/// The same value gives the same bytes. A file appears under its name only when it is finished and verified.
public struct ExcelWriter: Sendable {
  public init() {}

  /// Writes `workbook` aside, verifies the file and renames it to `path`.
  ///
  /// - Returns: the cells whose text was cut.
  @discardableResult
  public func write(_ workbook: Workbook, to path: String) throws(ExcelFault) -> [TextCut] {
    try SheetNames.check(workbook.sheets)
    let aside = "\(path).part"
    try ExcelWriter.open(aside)
    do throws(ExcelFault) {
      let cuts = try writePlainly(workbook, to: aside)
      try WorkbookCheck.verify(aside, workbook)
      guard rename(aside, path) == 0 else { throw .file(path, reason: systemMessage()) }
      return cuts
    } catch {
      unlink(aside)
      throw error
    }
  }

  /// Begins the file, so that a folder that cannot be written is a fault before any work.
  private static func open(_ path: String) throws(ExcelFault) {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .file(path, reason: systemMessage()) }
    close(descriptor)
  }

  private func writePlainly(_ workbook: Workbook, to path: String) throws(ExcelFault) -> [TextCut] {
    let book = try Book(path: path)
    try book.setProperties(workbook.properties)
    let formats = Formats(book: book.pointer, workbook: workbook)
    let cuts = TextCuts()
    let carried = CarriedTotals()
    for (index, sheet) in workbook.sheets.enumerated() {
      let native = try book.addSheet(sheet.name)
      let cells = CellWriter(sheet: native, name: sheet.name, formats: formats, cuts: cuts)
      let writer = SheetWriter(
        book: book.pointer, sheet: native, value: sheet, cells: cells, carried: carried)
      try writer.write(isFirst: index == workbook.firstShown)
    }
    for name in workbook.definedNames {
      try check(workbook_define_name(book.pointer, name.name, "=\(name.range.absolute(in: name.sheet))"))
    }
    try book.close()
    return cuts.all
  }
}

extension Workbook {
  fileprivate var firstShown: Int { sheets.firstIndex { !$0.isHidden } ?? 0 }
}
