import Records

extension ManagementWorkbook {
  /// Everything a person should know of the input (確認事項), as in `findings.txt`.
  func findingsSheet() -> Sheet {
    var sheet = ReportSheet(.findings, self)
    let (findings, labels) = (report.findings, labels)
    let severities: CodeTable<Finding.Severity, Cell> = labels.cells()
    sheet.add { _ in
      Table(
        name: "Findings",
        columns: [
          Table.Column(
            labels.column("severity"),
            conditions: [
              Condition.Rule(.equals(labels[Finding.Severity.error]), .bad),
              Condition.Rule(.equals(labels[Finding.Severity.warning]), .warning),
            ]),
          Table.Column(labels.column("file")), Table.Column(labels.column("line")),
          Table.Column(labels.column("column")), Table.Column(labels.column("key")),
          Table.Column(labels.column("value")), Table.Column(labels[Heading.what], width: 68),
          Table.Column(labels[Heading.remedy], width: 58), Table.Column(labels.column("code")),
        ],
        rows: Rows(findings) { finding, row in
          row.add(severities[finding.severity])
          row.add(finding.file)
          row.add(.number(finding.line == 0 ? nil : finding.line))
          row.add(labels.column(finding.column))
          row.add(finding.key)
          row.add(finding.value)
          row.add(labels.statement(of: finding))
          row.add(labels.remedy(for: finding))
          row.add(finding.code.rawValue)
        }, emptyNote: labels[Heading.none])
    }
    return sheet.finished()
  }

  /// The clauses of the terms that the figures rest on (約款).
  func clausesSheet() -> Sheet {
    var sheet = ReportSheet(.clauses, self)
    sheet.change { $0.page.fitsTall = 1 }
    let rows: [[Cell]] = Clause.allCases.map { [.text($0.id), .text(labels[$0])] }
    sheet.add { _ in
      Table(
        name: "Clauses",
        columns: [Table.Column(labels[Heading.clause]), Table.Column(labels[Heading.what], width: 110)],
        rows: Rows(rows))
    }
    return sheet.finished()
  }
}
