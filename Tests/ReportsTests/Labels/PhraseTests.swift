import Foundation
import Records
import Testing

@testable import Reports

@Suite("Headings and phrases")
struct PhraseTests {
  private func placeholders(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != "}" })
      })
  }

  @Test("A phrase has the same values in both languages", arguments: Phrase.allCases.filter { $0 != .month })
  func samePlaceholders(phrase: Phrase) throws {
    #expect(
      placeholders(try shippedLabels(.ja)[phrase]) == placeholders(try shippedLabels(.en)[phrase]))
  }

  @Test("Values are put in their places")
  func filling() throws {
    let labels = try shippedLabels(.ja)
    #expect(labels.phrase(.outDays, ["days": "12"]) == "発送から12日")
    #expect(labels.month(try #require(BillingMonth("2026-10"))) == "2026年10月")
    #expect(labels.deadline(.endOf(try day("2026-10-05"))) == "2026/10/05 24:00")
  }

  @Test("Sheets have names that Excel takes, each its own", arguments: Language.allCases)
  func sheetNames(language: Language) throws {
    let labels = try shippedLabels(language)
    let names = SheetLabel.allCases.map { labels[$0] }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.utf16.count <= 31 && !$0.contains { "[]:*?/\\'".contains($0) } })
  }
}

@Suite("Labels that are used")
struct UsedLabelsTests {
  /// The text of every source of the reports but the lists of labels themselves.
  private static let sources: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Reports")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Labels/") }
      .compactMap { try? String(contentsOf: root.appending(path: $0), encoding: .utf8) }.joined()
  }()

  private func isUsed(_ name: String) throws -> Bool {
    try Self.sources.contains(Regex("\\.\(name)\\b"))
  }

  @Test("Every heading is used by a report", arguments: Heading.allCases)
  func headings(heading: Heading) throws { #expect(try isUsed("\(heading)")) }

  @Test("Every phrase is used by a report", arguments: Phrase.allCases.filter { $0 != .month })
  func phrases(phrase: Phrase) throws { #expect(try isUsed("\(phrase)")) }
}
