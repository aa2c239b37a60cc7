import Records

/// The words of a value with few values (コード): the canonical ones and their Japanese names.
struct Words<Value: Sendable>: Sendable {
  private struct Word {
    let bytes: [UInt8]
    let value: Value
  }
  private let words: [Word]
  /// The canonical words, for a message.
  let allowed: String

  init(_ words: [(word: String, value: Value)], allowed: String) {
    self.words = words.map { Word(bytes: Folding.fold(Array($0.word.utf8).span), value: $0.value) }
    self.allowed = allowed
  }

  /// The value of a word that stands exactly so.
  @inline(__always)
  func value(of cell: Cell) -> Value? {
    for word in words where cell.equals(word.bytes) { return word.value }
    return nil
  }
}

extension Words where Value: RawRepresentable<String> & CaseIterable {
  /// The canonical words, and for each value its Japanese names.
  init(_ names: [(value: Value, names: [String])]) {
    let canonical = Value.allCases.map { (word: $0.rawValue, value: $0) }
    let japanese = names.flatMap { entry in entry.names.map { (word: $0, value: entry.value) } }
    self.init(canonical + japanese, allowed: Value.allCases.map(\.rawValue).joined(separator: ", "))
  }
}

extension Cell {
  /// A code in its canonical word or a Japanese name, whatever its case and width.
  func code<Value>(_ words: Words<Value>) throws(CellFault) -> Value {
    if let value = words.value(of: self) { return value }
    return try folded { cell throws(CellFault) in
      guard let value = words.value(of: cell) else {
        throw CellFault(.unknownCode, expected: words.allowed)
      }
      return value
    }
  }

  /// A flag (有無) in one of its many forms.
  func flag() throws(CellFault) -> Bool {
    if count == 1 {
      if self[0] == 0x59 || self[0] == 0x31 { return true }
      if self[0] == 0x4E || self[0] == 0x30 { return false }
    }
    if let value = FlagWords.words.value(of: self) { return value }
    return try folded { cell throws(CellFault) in
      guard let value = FlagWords.words.value(of: cell) else { throw CellFault(.invalidFlag) }
      return value
    }
  }
}

/// The forms of a flag; a circle may be the symbol, the large one or the kanji for zero, which look alike.
private enum FlagWords {
  static let words = Words(
    ["y", "yes", "true", "1", "○", "◯", "〇", "有", "はい"].map { ($0, true) }
      + ["n", "no", "false", "0", "×", "無", "いいえ"].map { ($0, false) },
    allowed: "Y, N")
}
