public import Reports

/// Why a workbook could not be written (書き込みの失敗).
public enum ExcelFault: Error, Hashable, Sendable {
  /// A name that Excel refuses, and what is wrong with it.
  case sheetName(String, SheetNameFault)
  /// A cell, table or merge that does not fit or lies over another.
  case layout(sheet: String, String)
  /// A sum leaves the range of 64 bits.
  case totalOverflow(sheet: String, column: String)
  /// A figure that is no number.
  case notANumber(sheet: String, cell: String)
  /// What libxlsxwriter reported.
  case library(String)
  /// The file could not be written, read back or renamed.
  case file(String, reason: String)
  /// The finished file is not what was meant to be written, such as after a full disk.
  case damaged(String, reason: String)
}

extension ExcelFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .sheetName(let name, let fault): "sheet name “\(name)”: \(fault.rawValue)"
    case .layout(let sheet, let reason): "sheet “\(sheet)”: \(reason)"
    case .totalOverflow(let sheet, let column):
      "sheet “\(sheet)”: the sum of column “\(column)” leaves the range of 64 bits"
    case .notANumber(let sheet, let cell): "sheet “\(sheet)”: \(cell) is not a number"
    case .library(let message): "libxlsxwriter: \(message)"
    case .file(let path, let reason): "\(path): \(reason)"
    case .damaged(let path, let reason): "\(path): the finished workbook is damaged: \(reason)"
    }
  }
}
