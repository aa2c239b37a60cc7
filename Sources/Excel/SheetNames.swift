import Reports

/// Checks names before libxlsxwriter sees them, which warns on its own channel and crashes later.
enum SheetNames {
  static func check(_ sheets: [Sheet]) throws(ExcelFault) {
    guard !sheets.isEmpty else { throw .layout(sheet: "", "a workbook needs a sheet") }
    var seen: Set<String> = []
    for sheet in sheets {
      if let fault = fault(of: sheet.name) { throw .sheetName(sheet.name, fault) }
      guard seen.insert(sheet.name.lowercased()).inserted else { throw .sheetName(sheet.name, .duplicate) }
    }
    guard sheets.contains(where: { !$0.isHidden }) else { throw .layout(sheet: "", "every sheet is hidden") }
  }

  static func fault(of name: String) -> SheetNameFault? {
    if name.isEmpty { return .empty }
    if name.utf16.count > 31 { return .tooLong }
    if name.hasPrefix("'") || name.hasSuffix("'") { return .apostrophe }
    if name.unicodeScalars.contains(where: isRefused) { return .character }
    if name.lowercased() == "history" { return .reserved }
    return nil
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "[", "]", ":", "*", "?", "/", "\\", "\u{FFFE}", "\u{FFFF}": true
    default: SafeText.isControl(scalar)
    }
  }
}
