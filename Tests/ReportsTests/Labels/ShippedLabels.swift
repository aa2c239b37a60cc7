import Foundation
import Records
import Reports
import Testing

/// The text of a shipped template, found from this file; empty where there is none.
func shippedTemplate(_ name: String) -> String {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  return (try? String(contentsOf: root.appending(path: "Templates/\(name)"), encoding: .utf8)) ?? ""
}

/// The labels as they are shipped.
func shippedLabels(_ language: Language) throws -> Labels {
  let file = "labels.\(language.rawValue).yml"
  return try Labels(yaml: shippedTemplate(file), file: file, language: language)
}
