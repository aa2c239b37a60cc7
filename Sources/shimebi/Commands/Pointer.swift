import Records
import Reports

extension Console {
  /// Where to read on, when the exit status is not 0 although the outputs are there (所見の案内).
  func pointToFindings(_ report: MonthReport, in folder: String) {
    let rejected = report.rejectedRows.values.reduce(0, +)
    let counts = [
      ("rejected rows", rejected), ("errors", report.findings.count { $0.severity == .error }),
      ("warnings", report.findings.count { $0.severity == .warning }),
    ]
    let list = counts.filter { $0.1 > 0 }.map { "\($0.0): \($0.1)" }.joined(separator: ", ")
    let rows = rejected > 0 ? "; the rows to mend are in \(folder)/rejected" : ""
    warn("\(list); \(folder)/findings.txt says where they are and what to do\(rows)")
  }
}
