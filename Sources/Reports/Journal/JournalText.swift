import Intake
import Records

/// Lines of a journal file in the encoding that its package reads (文字コード): CRLF, quoted where needed.
struct JournalText {
  private let package: AccountingPackage
  private(set) var bytes: [UInt8] = []
  private(set) var findings: [Finding] = []

  /// The columns of Yayoi with a limit, by their position from 1: names of accounts, then the description, in bytes.
  private static let yayoiNames = [5, 6, 11, 12]
  private static let yayoiDescription = 17
  /// Money Forward takes 200 characters of a description.
  private static let moneyForwardDescription = 19

  init(_ package: AccountingPackage) {
    self.package = package
    if package == .freee { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Adds a line; a line break inside a field becomes a blank, since the packages take lines as they stand.
  mutating func add(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(cut(TextCell(line: field).text, at: index + 1))
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// A text is cut before it is quoted, so that its quotes stay in pairs.
  private mutating func cut(_ field: String, at column: Int) -> String {
    switch package {
    case .yayoi where Self.yayoiNames.contains(column):
      let name = CP932.prefix(of: field, width: 24)
      if name != field { nameOnce(Finding(.accountNameCut, value: field)) }
      return name
    case .yayoi where column == Self.yayoiDescription: return CP932.prefix(of: field, width: 64)
    case .mf where column == Self.moneyForwardDescription: return String(field.prefix(200))
    default: return field
    }
  }

  private mutating func append(_ field: String) {
    let isQuoted = field.utf8.contains { $0 == 0x2C || $0 == 0x22 }
    let text = isQuoted ? "\"\(field.doublingQuotes())\"" : field
    guard package == .yayoi else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    let encoded = CP932.encode(text)
    bytes.append(contentsOf: encoded.bytes)
    if !encoded.replaced.isEmpty {
      findings.append(Finding(.characterReplaced, value: field, detail: encoded.replaced))
    }
  }

  /// An account stands on many lines and is named once.
  private mutating func nameOnce(_ finding: Finding) {
    if !findings.contains(finding) { findings.append(finding) }
  }
}
