/// Text in a grid of half-width characters, where full-width ones take two (等幅の桁揃え).
extension String {
  enum Side { case left, right }

  /// Exactly `width` wide: filled with blanks, or cut with `…`; where half a full-width character is left over, a blank.
  func fitted(_ width: Int, _ side: Side = .left) -> String {
    let text = halfWidths > width ? cut(width) : self
    let blanks = String(repeating: " ", count: max(0, width - text.halfWidths))
    return side == .left ? text + blanks : blanks + text
  }

  /// At most `width` wide; what does not fit ends with `…`, which is two wide in Japanese type.
  func cut(_ width: Int) -> String {
    guard halfWidths > width else { return self }
    let mark = "…"
    var text = ""
    var used = mark.halfWidths
    for character in self {
      let next = String(character).halfWidths
      guard used + next <= width else { break }
      text.append(character)
      used += next
    }
    return width < mark.halfWidths ? String(repeating: ".", count: max(0, width)) : text + mark
  }

  /// Lines of at most `width`, broken between words where there are blanks, else between characters.
  func wrapped(_ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: true) {
      let joined = line.isEmpty ? String(word) : "\(line) \(word)"
      if joined.halfWidths <= width {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if line.halfWidths + String(character).halfWidths > width {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
