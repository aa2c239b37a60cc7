/// What the program says of itself, in both languages (組み込みの文言).
///
/// Reports and findings take their words from the labels. A failure may be that there are none, so its words stand in the code.
public struct Message: Hashable, Sendable {
  public let ja: String
  public let en: String

  public init(ja: String, en: String) {
    self.ja = ja
    self.en = en
  }

  /// Names, codes and figures, which are the same in both.
  public init(_ text: String) { self.init(ja: text, en: text) }

  public subscript(language: Language) -> String {
    switch language {
    case .ja: ja
    case .en: en
    }
  }

  /// `a, b or c`
  public init(oneOf words: [String]) {
    guard words.count > 1, let last = words.last else {
      self.init(words.first ?? "")
      return
    }
    let others = words.dropLast()
    self.init(
      ja: "\(words.joined(separator: "、")) のいずれか", en: "\(others.joined(separator: ", ")) or \(last)")
  }
}

extension Message: CustomStringConvertible {
  public var description: String { en }
}
