/// Counts the rows of a part of XML while it streams by, and sees whether its root is closed at the end.
struct PartScan {
  private(set) var rows = 0
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var matched = 0

  private static let rowTag = Array("<row ".utf8)

  mutating func read(_ piece: UnsafeBufferPointer<UInt8>) {
    if head.count < 512 { head.append(contentsOf: piece.prefix(512 - head.count)) }
    for byte in piece {
      if byte == PartScan.rowTag[matched] {
        matched += 1
        if matched == PartScan.rowTag.count {
          rows += 1
          matched = 0
        }
      } else {
        matched = byte == PartScan.rowTag[0] ? 1 : 0
      }
    }
    tail.append(contentsOf: piece.suffix(64))
    if tail.count > 64 { tail.removeFirst(tail.count - 64) }
  }

  /// Whether the part ends with its root's closing tag, or is one tag that closes itself.
  var isClosed: Bool {
    let text = String(decoding: head, as: UTF8.self)
    guard let declared = text.firstRange(of: "?>"),
      let open = text[declared.upperBound...].firstIndex(of: "<")
    else { return false }
    let name = text[text.index(after: open)...].prefix { $0 != " " && $0 != ">" && $0 != "/" && $0 != "\n" }
    var end = String(decoding: tail, as: UTF8.self)
    while let last = end.last, last.isNewline || last == " " { end.removeLast() }
    if end.hasSuffix("</\(name)>") { return true }
    return end.hasSuffix("/>") && text.count(where: { $0 == "<" }) == 2
  }
}
