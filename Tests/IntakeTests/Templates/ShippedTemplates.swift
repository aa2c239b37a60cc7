import Foundation

/// The bytes of a shipped template, found from this file.
func shippedTemplateBytes(_ name: String) -> [UInt8] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  return (try? Data(contentsOf: root.appending(path: "Templates").appending(path: name))).map(Array.init)
    ?? []
}

/// The text of a shipped template; empty where there is none.
func shippedTemplate(_ name: String) -> String { String(decoding: shippedTemplateBytes(name), as: UTF8.self) }
