extension String {
  /// With each `"` twice (引用符の二重化), as CSV and Excel formulas want it inside quotes.
  ///
  /// Byte by byte: a combining mark after `"` makes another character of it, but not for a reader of the file.
  public func doublingQuotes() -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 2)
    for byte in utf8 {
      bytes.append(byte)
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
