import Records

extension MonthReport {
  /// `findings.csv`: everything a person should know of the input (確認事項), by file, line and column.
  public var findingsData: CSVTable {
    let findings = findings
    return CSVTable(
      name: "findings.csv", columns: ["severity", "file", "line", "column", "code", "value", "key"],
      count: findings.count
    ) { index, row in
      let finding = findings[index]
      row.add(finding.severity)
      row.add(finding.file)
      row.add(finding.line == 0 ? nil : finding.line)
      row.add(finding.column)
      row.add(finding.code)
      row.add(finding.value)
      row.add(finding.key)
    }
  }
}
