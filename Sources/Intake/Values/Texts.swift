import Records

extension Cell {
  /// Any text (文字列).
  func text() -> String { string }

  /// Refuses a text of more than `longest` characters.
  func check(upTo longest: Int) throws(CellFault) {
    // A character has one byte at least.
    if count > longest, string.unicodeScalars.count > longest {
      throw CellFault(.tooLong, expected: String(longest))
    }
  }

  /// A key (番号): 1 to 64 characters without control characters, kept as it stands.
  func identifier() throws(CellFault) -> Identifier {
    if !isPlainIdentifier {
      let scalars = string.unicodeScalars
      guard scalars.count <= 64, !scalars.contains(where: { $0.properties.generalCategory == .control })
      else { throw CellFault(.invalidID, expected: "1-64") }
    }
    if isScientific { throw CellFault(.excelDamage) }
    return Identifier(string)
  }

  /// At most 64 printable characters of ASCII.
  @inline(__always)
  private var isPlainIdentifier: Bool {
    guard count <= 64 else { return false }
    for index in indices where self[index] < 0x20 || self[index] > 0x7E { return false }
    return true
  }

  /// `1.23E+12`: Excel took the key for a number and has lost its digits.
  private var isScientific: Bool {
    guard count >= 4, digit(0) <= 9 || self[0] == 0x2D else { return false }
    var position = self[0] == 0x2D ? 1 : 0
    guard DateText.number(self, at: &position, digits: 1...15) != nil else { return false }
    if DateText.take(".", self, at: &position),
      DateText.number(self, at: &position, digits: 1...15) == nil
    {
      return false
    }
    guard position + 1 < count, self[position] | 0x20 == 0x65 else { return false }
    position += 1
    guard self[position] == 0x2B || self[position] == 0x2D else { return false }
    position += 1
    return DateText.number(self, at: &position, digits: 1...3) != nil && position == count
  }

  /// `#####`, `#REF!`, `#N/A` and the like: Excel has replaced the value.
  var isExcelDamage: Bool {
    guard count > 1, self[0] == 0x23 else { return false }
    if Self.excelErrors.contains(where: { equals($0) }) { return true }
    for index in indices where self[index] != 0x23 { return false }
    return true
  }

  private static var excelErrors: [[UInt8]] { ExcelErrors.words }
}

private enum ExcelErrors {
  static let words = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"].map {
    Array($0.utf8)
  }
}
