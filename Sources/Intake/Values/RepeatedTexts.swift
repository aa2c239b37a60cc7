import Records

/// Texts that come again and again (運送会社, メンテナンス管理), so that each is made and kept once.
///
/// A text may push out another one; nothing but time is lost then.
struct RepeatedTexts {
  private struct Slot {
    var text = ""
    var shared: SharedText?
    var maintainer: Maintainer?
  }
  private var slots: [Slot]

  /// `size` is that of the file: the more there is to read, the more room pays.
  init(size: Int) {
    var count = 64
    while count < 1 << 16, count < size >> 10 { count *= 2 }
    slots = [Slot](repeating: Slot(), count: count)
  }

  /// The text of `cell`.
  mutating func text(_ cell: Cell) -> String {
    // A text of up to fifteen bytes needs no memory of its own.
    cell.count <= 15 ? cell.string : slots[slot(cell)].text
  }

  /// The text of `cell` as one object for all that have it.
  mutating func shared(_ cell: Cell) -> SharedText {
    let index = slot(cell)
    if let known = slots[index].shared { return known }
    let shared = SharedText(slots[index].text)
    slots[index].shared = shared
    return shared
  }

  /// The maintainer that `cell` names.
  mutating func maintainer(_ cell: Cell) -> Maintainer {
    let index = slot(cell)
    if let known = slots[index].maintainer { return known }
    let text = slots[index].text
    let maintainer = Maintainer(name: text, key: comparisonKey(text))
    slots[index].maintainer = maintainer
    return maintainer
  }

  /// The place of the text of `cell`.
  private mutating func slot(_ cell: Cell) -> Int {
    let index = Int(KeyHash.hash(cell)) & (slots.count - 1)
    if !cell.equals(slots[index].text) { slots[index] = Slot(text: cell.string) }
    return index
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
