/// How wide text stands in a fixed grid (表示幅): full-width characters count 2, others 1, marks that join 0.
extension String {
  public var halfWidths: Int {
    var width = 0
    for scalar in unicodeScalars { width += scalar.value < 0x300 ? 1 : scalar.halfWidths }
    return width
  }

  /// Whether the text has a line break, or does not fit `width` half-width characters.
  public func needsWrapping(past width: Int) -> Bool {
    if utf8.count > width, halfWidths > width { return true }
    return utf8.withContiguousStorageIfAvailable { $0.contains(10) } ?? utf8.contains(10)
  }
}

extension Unicode.Scalar {
  /// East Asian ambiguous characters (○, ×, …) count 2, as Japanese fonts draw them.
  var halfWidths: Int {
    switch value {
    case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x3099...0x309A:
      0
    case 0xFF61...0xFFDC, 0xFFE8...0xFFEE: 1
    case 0x370...0x390, 0x3CA...0x400, 0x452...0x10FF, 0x1160...0x200A: 1
    default: value < 0x300 ? 1 : 2
    }
  }
}

extension Cell {
  /// How many lines the text takes in a column that holds `width` half-width characters.
  public func lines(in width: Int) -> Int {
    guard case .text(let text) = self, text.needsWrapping(past: width) else { return 1 }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, (String($1).halfWidths + width - 1) / max(1, width)) }
  }
}
