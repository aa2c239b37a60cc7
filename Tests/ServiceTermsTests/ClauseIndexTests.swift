import Foundation
import Records
import Testing

@Suite("The index of clauses")
struct ClauseIndexTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files below a folder, by their path from it, in order.
  static func files(below folder: String) -> [(path: String, text: String)] {
    let base = root.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      (try? String(contentsOf: base.appending(path: path), encoding: .utf8)).map { (path, $0) }
    }
  }

  /// The clause ids that stand in `line`.
  static func ids(in line: some StringProtocol) -> [String] {
    String(line).matches(of: /\b[A-Z]{2}-[0-9]\b/).map { String($0.output) }
  }

  /// The files of the rules that cite each clause after `> Terms:`; explanations cite what they quote.
  static func citations() -> [String: [String]] {
    var citations: [String: [String]] = [:]
    for (path, text) in files(below: "Sources/ServiceTerms") where !path.hasPrefix("Explanation/") {
      let cited = text.split(separator: "\n").filter { $0.contains("> Terms:") }.flatMap { ids(in: $0) }
      for id in Set(cited) { citations[id, default: []].append(path) }
    }
    return citations
  }

  @Test("Clauses.md names the files that cite each clause", arguments: Clause.allCases)
  func index(clause: Clause) throws {
    let index = try String(
      contentsOf: Self.root.appending(path: "Sources/ServiceTerms/ServiceTerms.docc/Clauses.md"),
      encoding: .utf8)
    let files = try #require(Self.citations()[clause.id], "no rule cites \(clause.id) after > Terms:")
    let cell = files.map { "`\($0)`" }.joined(separator: ", ")
    let row = index.split(separator: "\n").first { $0.hasPrefix("| \(clause.id) |") }
    #expect(row?.hasSuffix("| \(cell) |") == true, "the row should end with | \(cell) |")
  }

  @Test("Every clause has a test whose name carries its id", arguments: Clause.allCases)
  func tests(clause: Clause) {
    let named = Self.files(below: "Tests").contains { file in
      file.text.matches(of: /@Test\(\s*"([^"]*)"/).contains { Self.ids(in: $0.output.1).contains(clause.id) }
    }
    #expect(named)
  }
}
