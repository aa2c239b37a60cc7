import Intake
import Records

/// Lines of a journal file in the encoding that its package reads (文字コード): CRLF, quoted where needed.
struct JournalText {
  private let package: AccountingPackage
  private(set) var bytes: [UInt8] = []
  private(set) var findings: [Finding] = []

  /// The columns that Yayoi cuts, by their position from 1, with their widths in bytes.
  private static let yayoiWidths = [5: 24, 6: 24, 11: 24, 12: 24, 17: 64]

  init(_ package: AccountingPackage) {
    self.package = package
    if package == .freee { bytes = [0xEF, 0xBB, 0xBF] }
  }

  mutating func add(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(field, width: package == .yayoi ? Self.yayoiWidths[index + 1] : nil)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func append(_ field: String, width: Int?) {
    let isQuoted = field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    let text = isQuoted ? "\"\(field.doublingQuotes())\"" : field
    guard package == .yayoi else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    // A quoted text is cut before it is quoted, so that its quotes stay in pairs.
    let cut = width.map { CP932.prefix(of: field, width: $0) } ?? field
    let encoded = CP932.encode(isQuoted ? "\"\(cut.doublingQuotes())\"" : cut)
    bytes.append(contentsOf: encoded.bytes)
    if !encoded.replaced.isEmpty {
      findings.append(Finding(.characterReplaced, value: field, detail: encoded.replaced))
    }
  }
}
