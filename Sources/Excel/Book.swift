import CXlsxWriter
import Records
import Reports

/// A workbook of libxlsxwriter, freed also when writing it fails.
final class Book {
  let pointer: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var isClosed = false

  init(path: String) throws(ExcelFault) {
    guard let pointer = workbook_new(path) else { throw .file(path, reason: "out of memory") }
    self.pointer = pointer
    self.path = path
    setBaseFont()
  }

  /// The width of columns counts in digits of the base font; Arial has the same everywhere, Calibri has not.
  private func setBaseFont() {
    guard let base = pointer.pointee.formats.pointee.stqh_first else { return }
    format_set_font_name(base, "Arial")
    format_set_font_size(base, 10)
  }

  deinit {
    if !isClosed { lxw_workbook_free(pointer) }
  }

  func setProperties(_ values: Workbook.Properties) throws(ExcelFault) {
    let book = pointer
    try withPointer(SafeText(values.title).text) { title throws(ExcelFault) in
      try withPointer(SafeText(values.subject).text) { subject throws(ExcelFault) in
        try withPointer(SafeText(values.author).text) { author throws(ExcelFault) in
          try withPointer(SafeText(values.company).text) { company throws(ExcelFault) in
            var properties = lxw_doc_properties()
            properties.title = title
            properties.subject = subject
            properties.author = author
            properties.company = company
            properties.created = time_t(Int(values.month.lastDay.number) * 86_400)
            try check(workbook_set_properties(book, &properties))
          }
        }
      }
    }
  }

  /// The name has been checked before.
  func addSheet(_ name: String) throws(ExcelFault) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = workbook_add_worksheet(pointer, name) else { throw .library("no sheet “\(name)”") }
    return sheet
  }

  func close() throws(ExcelFault) {
    isClosed = true
    let error = workbook_close(pointer)
    // All that is about the archive and its temporary files: a full disk, mostly.
    let ofTheFile = LXW_ERROR_CREATING_XLSX_FILE.rawValue...LXW_ERROR_ZIP_CLOSE.rawValue
    do throws(ExcelFault) {
      try check(error)
    } catch let fault {
      throw ofTheFile.contains(error.rawValue) ? .file(path, reason: fault.description) : fault
    }
  }
}
