/// One value of a template file (テンプレートの項目), with the line on which it stands.
///
/// The tree is the file's own; what a text means is decided by the accessor that reads it (`TemplateNode+Values`).
public struct TemplateNode: Sendable {
  public let file: String
  /// From 1.
  public let line: Int
  /// `editions[1].services.standard_onsite`; lists count from 1.
  public let path: String
  let content: Content

  enum Content: Sendable {
    case nothing
    case text(String)
    case list([TemplateNode])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    let key: String
    let keyLine: Int
    let value: TemplateNode
  }

  /// Nothing after the colon, or the word `none`.
  public var isNone: Bool {
    switch content {
    case .nothing: true
    case .text(let text): text == "none"
    default: false
    }
  }

  public func fault(_ problem: String, expected: String = "") -> TemplateFault {
    TemplateFault(file: file, line: line, path: path, problem: problem, expected: expected)
  }

  /// The elements of a list; `none` is an empty one.
  public func list() throws(TemplateFault) -> [TemplateNode] {
    if isNone { return [] }
    guard case .list(let elements) = content else { throw fault("\(shown) is no list", expected: "a list") }
    return elements
  }

  /// The entries of a mapping whose keys are free, in the order of the file; `none` has no entries.
  public func entries() throws(TemplateFault) -> [(key: String, value: TemplateNode)] {
    try mapping().map { ($0.key, $0.value) }
  }

  /// The entries of a mapping that may have these keys and no others.
  public func fields(_ known: [String]) throws(TemplateFault) -> TemplateFields {
    let entries = try mapping()
    for entry in entries where !known.contains(entry.key) {
      throw TemplateFault(
        file: file, line: entry.keyLine, path: entry.value.path, problem: "unknown key \"\(entry.key)\"",
        expected: choice(of: known))
    }
    return TemplateFields(parent: self, entries: entries)
  }

  /// This node where it says something, `base` where it says nothing: mappings key by key, everything else whole.
  func inheriting(_ base: TemplateNode) -> TemplateNode {
    guard case .mapping(let own) = content, case .mapping(let inherited) = base.content else { return self }
    let merged = own.map { entry in
      let below = inherited.first { $0.key == entry.key }
      return Entry(
        key: entry.key, keyLine: entry.keyLine,
        value: below.map { entry.value.inheriting($0.value) } ?? entry.value)
    }
    let rest = inherited.filter { entry in !own.contains { $0.key == entry.key } }
    return TemplateNode(file: file, line: line, path: path, content: .mapping(rest + merged))
  }

  private func mapping() throws(TemplateFault) -> [Entry] {
    if isNone { return [] }
    guard case .mapping(let entries) = content else {
      throw fault("\(shown) is no mapping", expected: "lines of \"key: value\"")
    }
    return entries
  }

  /// The value as a message shows it.
  var shown: String {
    switch content {
    case .nothing: "an empty value"
    case .text(let text): "\"\(text)\""
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// `a, b or c`
func choice(of words: [String]) -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
