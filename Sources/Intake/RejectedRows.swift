public import Records

/// The rows of one export that cannot be used (却下された行), byte for byte, for whoever mends the export.
public struct RejectedRows: Sendable {
  /// One row, as it stands in the file, without its line end.
  public struct Row: Sendable {
    public let bytes: [UInt8]
    /// The physical line on which the row begins.
    public let line: Int
    /// What is wrong, in column order; the first is the reason, and there is always one.
    public let findings: [Finding]
  }

  public let encoding: TextEncoding
  /// The header as it stands in the file.
  public let header: [UInt8]
  /// In the order of the file.
  public var rows: [Row]

  public var isEmpty: Bool { rows.isEmpty }

  /// The file for `rejected/`: the rows as they were, followed by `reject_line`, `reject_code`, `reject_column` and
  /// `reject_message`, in the encoding of the export, with CRLF.
  public func csv(message: (Finding) -> String) -> [UInt8] {
    var output = encoding == .utf8WithBOM ? TextEncoding.utf8BOM : []
    append(header, ["reject_line", "reject_code", "reject_column", "reject_message"], to: &output)
    for row in rows {
      guard let reason = row.findings.first else { continue }
      let cells = [String(row.line), reason.code.rawValue, reason.column, message(reason)]
      append(row.bytes, cells, to: &output)
    }
    return output
  }

  private func append(_ bytes: [UInt8], _ cells: [String], to output: inout [UInt8]) {
    output += bytes
    for cell in cells {
      output.append(Ascii.comma)
      output += encoding == .cp932 ? CP932.encode(quoted(cell)).bytes : Array(quoted(cell).utf8)
    }
    output += [Ascii.carriageReturn, Ascii.lineFeed]
  }

  private func quoted(_ cell: String) -> String {
    let special: Set<UInt8> = [Ascii.comma, Ascii.quote, Ascii.lineFeed, Ascii.carriageReturn]
    guard cell.utf8.contains(where: special.contains) else { return cell }
    return "\"\(cell.doublingQuotes())\""
  }
}
