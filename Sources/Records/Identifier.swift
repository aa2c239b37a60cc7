/// A key of an export (番号): compared byte for byte, so leading zeros, case and Unicode form all count.
public struct Identifier: Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let text: String

  public init(_ text: String) { self.text = text }
  public init(stringLiteral text: String) { self.init(text) }
  public var description: String { text }
}

extension Identifier: Hashable {
  public static func == (left: Identifier, right: Identifier) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }
  public func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
}

extension Identifier: Comparable {
  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.text.precedesInBytes(right.text)
  }
}
