/// How wide text stands in a fixed grid (表示幅): full-width characters count 2, others 1, marks that join 0.
extension String {
  public var halfWidths: Int { TextBlock(self, room: .max).total }

  /// Whether the text has a line break, or does not fit `width` half-width characters.
  func needsWrapping(past width: Int) -> Bool { lines(in: width) > 1 }

  /// How many lines the text takes in a column that holds `width` half-width characters.
  public func lines(in width: Int) -> Int {
    // No character is wider than its bytes, and most texts are short.
    var copy = self
    return copy.withUTF8 { bytes in
      bytes.count <= width && !bytes.contains(10) ? 1 : TextBlock(bytes, room: width).lines
    }
  }
}

/// What a text takes of a column that holds `room` half-width characters.
struct TextBlock {
  /// The half-width characters of the widest of its own lines.
  private(set) var widest = 0
  /// Those of all, and one for each line break.
  private(set) var total = 0
  /// The lines on which it stands, wrapped where they are wider than the room.
  private(set) var lines = 0

  init(_ text: String, room: Int) {
    var copy = text
    self = copy.withUTF8 { TextBlock($0, room: room) }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, room: Int) {
    var width = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 10 {
        end(&width, room)
        total += 1
        index += 1
      } else if byte < 0x80 {
        width += 1
        index += 1
      } else {
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        var scalar = UInt32(byte & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        width += TextBlock.halfWidths(scalar)
        index += length
      }
    }
    end(&width, room)
  }

  private mutating func end(_ width: inout Int, _ room: Int) {
    widest = max(widest, width)
    total += width
    lines += width > room ? (width - 1) / max(1, room) + 1 : 1
    width = 0
  }

  /// East Asian ambiguous characters (○, ×, …) count 2, as Japanese fonts draw them.
  static func halfWidths(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0..<0x300: 1
    case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x3099...0x309A:
      0
    case 0xFF61...0xFFDC, 0xFFE8...0xFFEE: 1
    case 0x370...0x390, 0x3CA...0x400, 0x452...0x10FF, 0x1160...0x200A: 1
    default: 2
    }
  }
}

extension Cell {
  /// How many lines the text takes in a column that holds `width` half-width characters.
  public func lines(in width: Int) -> Int {
    if case .text(let text) = self { text.lines(in: width) } else { 1 }
  }
}
