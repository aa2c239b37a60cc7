extension String {
  /// The text with `value` in each place of `{name}` (差し込み).
  public func filling(_ name: String, with value: String) -> String {
    var (text, name) = (self, name)
    let filled: [UInt8]? = text.withUTF8 { bytes in
      name.withUTF8 { name in
        var filled: [UInt8]?
        var kept = 0
        var index = 0
        while index + name.count + 1 < bytes.count {
          let end = index + 1 + name.count
          if bytes[index] == 0x7B, bytes[end] == 0x7D, bytes[(index + 1)..<end].elementsEqual(name) {
            filled = (filled ?? []) + bytes[kept..<index] + value.utf8
            index = end + 1
            kept = index
          } else {
            index += 1
          }
        }
        return filled.map { $0 + bytes[kept...] }
      }
    }
    return filled.map { String(decoding: $0, as: UTF8.self) } ?? self
  }
}

extension Day {
  /// `2026/10/05`
  public var slashed: String {
    String(decoding: description.utf8.map { $0 == 0x2D ? 0x2F : $0 }, as: UTF8.self)
  }
}
