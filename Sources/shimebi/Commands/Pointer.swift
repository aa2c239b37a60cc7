import Records
import Reports

extension Console {
  /// Where to read on, when the exit status is not 0 although the outputs are there (所見の案内).
  func pointToFindings(_ report: MonthReport, in folder: String) {
    let rejected = report.rejectedRows.values.reduce(0, +)
    let counts = [
      (rejected, Message(ja: "取り込めなかった行", en: "rejected rows")),
      (report.findings.count { $0.severity == .error }, Message(ja: "エラー", en: "errors")),
      (report.findings.count { $0.severity == .warning }, Message(ja: "警告", en: "warnings")),
    ].filter { $0.0 > 0 }
    warn(
      Message(
        ja: counts.map { "\($0.1.ja) \($0.0)件" }.joined(separator: "、")
          + "。場所と直し方は \(folder)/findings.txt にあります"
          + (rejected > 0 ? "。直す行は \(folder)/rejected にあります" : ""),
        en: counts.map { "\($0.1.en): \($0.0)" }.joined(separator: ", ")
          + "; \(folder)/findings.txt says where they are and what to do"
          + (rejected > 0 ? "; the rows to mend are in \(folder)/rejected" : "")))
  }
}
