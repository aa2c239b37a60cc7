import Reports

/// Checks names before libxlsxwriter sees them, which warns on its own channel and crashes later.
enum SheetNames {
  static func check(_ sheets: [Sheet]) throws(ExcelFault) {
    guard !sheets.isEmpty else { throw .layout(sheet: "", "a workbook needs a sheet") }
    var seen: Set<String> = []
    for sheet in sheets {
      if let fault = SheetNameFault(sheet.name) { throw .sheetName(sheet.name, fault) }
      guard seen.insert(sheet.name.lowercased()).inserted else { throw .sheetName(sheet.name, .duplicate) }
    }
    guard sheets.contains(where: { !$0.isHidden }) else { throw .layout(sheet: "", "every sheet is hidden") }
  }
}
