import Foundation
import Testing

/// What the sample months must produce, file by file: `Samples/expected`.
///
/// After a change that is meant, look at the differences, then record them: `SHIMEBI_RECORD=1 swift test --filter GoldenMonths`.
/// A recording run fails, so that nobody mistakes it for a check.
@Suite("The sample months give what was reviewed")
struct GoldenMonthsTests {
  static let expected = Program.root.appending(path: "Samples/expected").path
  static let isRecording = ProcessInfo.processInfo.environment["SHIMEBI_RECORD"] == "1"

  /// Texts and data are compared; workbooks are made from the same values and compared by their own tests.
  static func isCompared(_ name: String) -> Bool {
    !name.hasSuffix(".xlsx") && name != "manifest.json" && name != "invoice_index.csv"
  }

  private func compare(_ folder: String, with name: String) throws {
    let found = try contents(of: folder).filter { Self.isCompared($0.key) }
    let golden = "\(Self.expected)/\(name)"
    if Self.isRecording {
      try? FileManager.default.removeItem(atPath: golden)
      for (file, data) in found {
        let url = URL(filePath: "\(golden)/\(file)")
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
      }
      Issue.record("recorded \(name); look at the differences before they are committed")
      return
    }
    let wanted = try contents(of: golden)
    #expect(found.keys.sorted() == wanted.keys.sorted())
    for file in wanted.keys.sorted() where found[file] != wanted[file] {
      Issue.record("\(name)/\(file): \(firstDifference(found[file], wanted[file]))")
    }
  }

  private func firstDifference(_ found: Data?, _ wanted: Data?) -> String {
    let found = String(decoding: found ?? Data(), as: UTF8.self).split(separator: "\n")
    let wanted = String(decoding: wanted ?? Data(), as: UTF8.self).split(separator: "\n")
    let line = zip(found, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let line else { return "\(found.count) lines instead of \(wanted.count)" }
    return "line \(line + 1) is\n\(found[line])\ninstead of\n\(wanted[line])"
  }

  @Test("Three months closed one after the other")
  func threeMonths() throws {
    let scratch = try Scratch()
    for month in ["2026-08", "2026-09", "2026-10"] {
      let opening = month == "2026-08" ? ["--open-from", month] : []
      let outcome = try Program.run(
        ["close", "--month", month, "--input", "Samples/\(month)", "--output", scratch.path(month)]
          + ["--ledger", scratch.path("ledger.sqlite"), "--no-workbooks", "--pint"] + opening)
      #expect(outcome.status == 0, "\(outcome.errors)")
      try compare(scratch.path(month), with: month)
    }
  }

  @Test("A broken month, in Japanese and in English", arguments: ["ja", "en"])
  func brokenMonth(language: String) throws {
    let scratch = try Scratch()
    let outcome = try Program.run(
      "run", "--month", "2026-10", "--input", "Samples/broken", "--output", scratch.path("broken"),
      "--ledger", scratch.path("none.sqlite"), "--no-workbooks", "--lang", language)
    #expect(outcome.status == 1, "\(outcome.errors)")
    try compare(scratch.path("broken"), with: "broken-\(language)")
  }
}
