public import Records

extension Labels {
  /// A finding in one line: where it is, what it is, and how to mend it.
  ///
  /// `cases.csv:12 [C-1023]: 「2026-02-30」は「受付日時 (received_at)」の日時として読めません。…`
  public func message(for finding: Finding) -> String {
    guard let text = findings[finding.code] else { return finding.code.rawValue }
    let values = values(of: finding)
    let what = text.message.filled(values)
    let how = text.remedy.filled(values)
    let says = language == .ja ? what + how : "\(what) \(how)"
    let place = place(of: finding, named: text.message.names("key"))
    return place.isEmpty ? says : "\(place): \(says)"
  }

  /// What a finding says, without its place and remedy.
  public func statement(of finding: Finding) -> String {
    findings[finding.code]?.message.filled(values(of: finding)) ?? finding.code.rawValue
  }

  /// How a finding is mended.
  public func remedy(for finding: Finding) -> String {
    findings[finding.code]?.remedy.filled(values(of: finding)) ?? ""
  }

  private func place(of finding: Finding, named: Bool) -> String {
    let line = finding.line > 0 && !finding.file.isEmpty ? ":\(finding.line)" : ""
    let key = named || finding.key.isEmpty ? "" : "[\(oneLine(finding.key))]"
    return [finding.file + line, key].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func values(of finding: Finding) -> [String: String] {
    [
      "file": finding.file, "line": finding.line > 0 ? String(finding.line) : "",
      "column": heading(finding.column), "value": oneLine(finding.value), "key": oneLine(finding.key),
      "detail": detail(of: finding),
    ]
  }

  /// A column by both its names: `受付日時 (received_at)`.
  private func heading(_ name: String) -> String {
    let label = column(name)
    return label == name ? oneLine(name) : "\(label) (\(name))"
  }

  /// What is expected, such as all columns that are missing: a list may be long. The name of a column, with which the
  /// detail of a wrong order begins, is shown like one.
  private func detail(of finding: Finding) -> String {
    guard finding.code == .orderViolation, let end = finding.detail.firstIndex(of: " ") else {
      return oneLine(finding.detail, limit: 1_000)
    }
    return heading(String(finding.detail[..<end])) + oneLine(String(finding.detail[end...]))
  }
}

/// A text of the input as it fits into one line of a message: no line breaks or control characters, and not too long.
func oneLine(_ text: String, limit: Int = 80) -> String {
  // Most values are short and plain.
  if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) { return text }
  let cut = text.count > limit ? text.prefix(limit - 1) + "…" : text[...]
  return String(
    String.UnicodeScalarView(
      cut.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
}
