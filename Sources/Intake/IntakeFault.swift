public import Records

/// Why a whole export cannot be read (ファイルエラー); nothing is written then.
public struct IntakeFault: Error, Equatable {
  /// One of `unreadable`, `encoding`, `header_missing`, `columns_missing`, `columns_duplicate`, `quote_unclosed`.
  public let code: FindingCode
  /// `contracts.csv`
  public let file: String
  /// The physical line, from 1; 0 where no line is meant.
  public let line: Int
  /// Bytes from the start of the file, where the place is one byte.
  public let byteOffset: Int?
  /// What else the message needs: the columns, or the line that looks like the header.
  public let detail: String

  public init(
    _ code: FindingCode, file: String, line: Int = 0, byteOffset: Int? = nil, detail: String = ""
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.byteOffset = byteOffset
    self.detail = detail
  }

  /// The fault as a finding, for the lists that show both.
  public var finding: Finding {
    Finding(code, file: file, line: line, value: byteOffset.map { String($0) } ?? "", detail: detail)
  }
}
