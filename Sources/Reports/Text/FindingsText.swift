import Records

/// The findings for whoever mends the export (確認事項一覧): by file, each with its place, what is wrong and what is expected.
struct FindingsText: Sendable {
  let report: MonthReport
  let labels: Labels

  static let shape: [String: TextShape] = [
    "month": .value, "errors": .value, "warnings": .value, "notices": .value, "any": .flag,
    "files": .section([
      "file": .value, "count": .value, "rejected": .value,
      "findings": .section([
        "severity": .value, "has_place": .flag, "line": .value, "has_line": .flag, "column": .value,
        "has_column": .flag,
        "key": .value, "has_key": .flag, "value": .value, "has_value": .flag, "what": .value,
        "remedy": .value, "code": .value,
      ]),
    ]),
  ]

  var context: TextContext {
    let findings = report.findings
    var context = TextContext()
    context.set("month", labels.month(report.month))
    for (name, severity) in [
      ("errors", Finding.Severity.error), ("warnings", .warning), ("notices", .notice),
    ] {
      context.set(name, findings.count { $0.severity == severity })
    }
    context["any"] = .flag(!findings.isEmpty)
    context["files"] = .list(files(findings))
    return context
  }

  /// The findings stand by file already.
  private func files(_ findings: [Finding]) -> [TextContext] {
    var files: [TextContext] = []
    var rest = findings[...]
    while let file = rest.first?.file {
      let ofFile = rest.prefix { $0.file == file }
      rest = rest.dropFirst(ofFile.count)
      let rejected = ExportFile(rawValue: file).flatMap { report.rejectedRows[$0] } ?? 0
      var context = TextContext([
        "file": TextCell(file.isEmpty ? labels[Heading.general] : file), "count": TextCell(ofFile.count),
        "rejected": TextCell(rejected),
      ])
      context["findings"] = .series(count: ofFile.count) { describe(ofFile[ofFile.startIndex + $0]) }
      files.append(context)
    }
    return files
  }

  private func describe(_ finding: Finding) -> TextContext {
    var context = TextContext([
      "severity": TextCell(labels[finding.severity]), "line": TextCell(String(finding.line)),
      "column": TextCell(labels.column(finding.column)), "key": TextCell(line: finding.key),
      "value": TextCell(line: finding.value), "what": TextCell(labels.statement(of: finding)),
      "remedy": TextCell(labels.remedy(for: finding)), "code": TextCell(finding.code.rawValue),
    ])
    context["has_place"] = .flag(
      finding.line > 0 || !finding.column.isEmpty || !finding.key.isEmpty || !finding.value.isEmpty)
    context["has_line"] = .flag(finding.line > 0)
    context["has_column"] = .flag(!finding.column.isEmpty)
    context["has_key"] = .flag(!finding.key.isEmpty)
    context["has_value"] = .flag(!finding.value.isEmpty)
    return context
  }
}
