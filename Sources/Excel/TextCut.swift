public import Reports

/// A cell whose text was longer than a cell can hold and was cut (長すぎる文字列).
public struct TextCut: Hashable, Sendable {
  public let sheet: String
  public let cell: Address
}

/// The cuts of one workbook, in the order of writing.
final class TextCuts {
  private(set) var all: [TextCut] = []
  func add(_ cut: TextCut) { all.append(cut) }
}
