/// Texts that come again and again (運送会社, メンテナンス管理), so that each is made and kept once.
///
/// A text may push out another one; nothing but time is lost then.
struct RepeatedTexts {
  private struct Slot {
    var text = ""
    var key = ""
  }
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// The text of `cell`.
  mutating func text(_ cell: Cell) -> String {
    // A text of up to fifteen bytes needs no memory of its own.
    cell.count <= 15 ? cell.string : slot(cell).text
  }

  /// The text of `cell`, and the same as it is compared.
  mutating func textAndKey(_ cell: Cell) -> (text: String, key: String) {
    let slot = slot(cell)
    return (slot.text, slot.key)
  }

  private mutating func slot(_ cell: Cell) -> Slot {
    let index = Int(KeyHash.hash(cell) % 64)
    if cell.equals(slots[index].text) { return slots[index] }
    let text = cell.string
    slots[index] = Slot(text: text, key: comparisonKey(text))
    return slots[index]
  }
}

extension Cell {
  fileprivate func equals(_ text: String) -> Bool {
    guard count == text.utf8.count else { return false }
    return text.utf8.withContiguousStorageIfAvailable { other in
      for index in indices where self[index] != other[index] { return false }
      return true
    } ?? false
  }
}
