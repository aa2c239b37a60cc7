public import Records

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

  public func fault(_ problem: Message, expected: Message? = nil) -> TemplateFault {
    TemplateFault(file: file, line: line, path: path, problem: problem, expected: expected)
  }

  /// The value is not of the kind that is asked for: `"x" is no date`.
  public func isNo(_ kind: Message, expected: Message) -> TemplateFault {
    fault(
      Message(ja: "\(shown.ja)は\(kind.ja)ではありません", en: "\(shown.en) is no \(kind.en)"), expected: expected)
  }

  /// The value is of the right kind, but none of those that are allowed.
  public func isNotAllowed(expected: Message) -> TemplateFault {
    fault(Message(ja: "\(shown.ja)は使えません", en: "\(shown.en) is not allowed"), expected: expected)
  }

  /// The elements of a list; `none` is an empty one.
  public func list() throws(TemplateFault) -> [TemplateNode] {
    if isNone { return [] }
    guard case .list(let elements) = content else {
      throw isNo(Message(ja: "一覧", en: "list"), expected: Message(ja: "一覧 (- で始まる行)", en: "a list"))
    }
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
        file: file, line: entry.keyLine, path: entry.value.path,
        problem: Message(ja: "知らない項目「\(entry.key)」です", en: "unknown key \"\(entry.key)\""),
        expected: Message(oneOf: known))
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
      throw isNo(
        Message(ja: "項目の並び", en: "mapping"),
        expected: Message(ja: "「項目: 値」の行", en: "lines of \"key: value\""))
    }
    return entries
  }

  /// The value as a message shows it.
  var shown: Message {
    switch content {
    case .nothing: Message(ja: "空の値", en: "an empty value")
    case .text(let text): Message(ja: "「\(text)」", en: "\"\(text)\"")
    case .list: Message(ja: "一覧", en: "a list")
    case .mapping: Message(ja: "項目の並び", en: "a mapping")
    }
  }
}
