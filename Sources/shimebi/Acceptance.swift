import ArgumentParser
import Intake
import Records

/// The codes of rejected rows with which a month may be closed all the same (却下行の容認).
struct Acceptance: ExpressibleByArgument {
  private var all = false
  private var codes: Set<FindingCode> = []

  init() {}

  var defaultValueDescription: String {
    all ? "all" : codes.isEmpty ? "none" : codes.map(\.rawValue).sorted().joined(separator: ",")
  }

  init?(argument: String) {
    if argument == "all" {
      all = true
      return
    }
    let names = argument.split(separator: ",")
    codes = Set(names.compactMap { FindingCode(rawValue: String($0)) })
    guard codes.count == Set(names).count, !codes.isEmpty else { return nil }
  }

  /// Refuses rejected rows whose reason is not accepted.
  func check(_ intake: IntakeResult) throws(Failure) {
    guard !all else { return }
    var refused: [FindingCode: Int] = [:]
    for row in intake.rejected.values.flatMap(\.rows) {
      guard let code = row.findings.first?.code, !codes.contains(code) else { continue }
      refused[code, default: 0] += 1
    }
    guard !refused.isEmpty else { return }
    let list = refused.map { "\($0.key.rawValue) (\($0.value))" }.sorted().joined(separator: ", ")
    throw Failure(
      .badInput,
      ja: "取り込めなかった行があるため、月を締めませんでした: \(list)。"
        + "ファイルを直すか (shimebi check が一覧にします)、--accept でコードを認めてください",
      en: "rows were rejected, so the month was not closed: \(list); "
        + "mend the export (shimebi check lists them), or --accept their codes")
  }
}
