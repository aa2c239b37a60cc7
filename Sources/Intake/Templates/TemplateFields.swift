import Records

/// The entries of a mapping whose keys are known (キーの決まった項目).
public struct TemplateFields: Sendable {
  /// The mapping itself, for faults that concern several fields.
  public let parent: TemplateNode
  let entries: [TemplateNode.Entry]

  /// The value under `key`, or nil where the template does not have it.
  public func optional(_ key: String) -> TemplateNode? {
    entries.first { $0.key == key }?.value
  }

  /// The value under `key`; a fault where the template does not have it.
  public func required(_ key: String) throws(TemplateFault) -> TemplateNode {
    guard let node = optional(key) else {
      throw parent.fault(Message(ja: "「\(key)」がありません", en: "\"\(key)\" is missing"))
    }
    return node
  }
}
