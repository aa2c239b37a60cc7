/// A key of an export (番号): compared byte for byte, so leading zeros, case and Unicode form all count.
public struct Identifier: Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let text: String

  public init(_ text: String) { self.text = text }
  public init(stringLiteral text: String) { self.init(text) }
  public var description: String { text }
}

extension Identifier: Hashable {
  public static func == (left: Identifier, right: Identifier) -> Bool {
    // String equality knows canonical equivalence; it is the fast way out when the texts differ.
    left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
  }
  public func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
}

extension Identifier: Comparable {
  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
