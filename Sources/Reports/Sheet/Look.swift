/// How cells of one style appear (書式).
public struct Look: Hashable, Sendable {
  public enum Horizontal: String, CaseIterable, Sendable { case general, left, center, right }
  public enum Vertical: String, CaseIterable, Sendable { case top, center, bottom }
  public enum Line: String, CaseIterable, Sendable { case thin, medium, double, hair, dotted }

  /// The lines around a cell; nil draws none.
  public struct Border: Hashable, Sendable {
    public var top: Line?
    public var bottom: Line?
    public var left: Line?
    public var right: Line?
    public var colour: Colour

    public init(
      top: Line? = nil, bottom: Line? = nil, left: Line? = nil, right: Line? = nil, colour: Colour = .rule
    ) {
      self.top = top
      self.bottom = bottom
      self.left = left
      self.right = right
      self.colour = colour
    }
    public static let none = Border()
  }

  public var font = "Yu Gothic"
  public var size: Double = 10
  public var isBold = false
  public var isItalic = false
  public var isUnderlined = false
  public var colour = Colour.ink
  public var fill: Colour?
  public var border = Border.none
  /// `general` leaves it to the kind: text to the left, figures to the right, flags and days to the middle.
  public var horizontal = Horizontal.general
  public var vertical = Vertical.center
  public var wraps = false
  public var shrinks = false
  public var indent = 0
  /// A number format that replaces the kind's own; for example `yyyy"年"m"月"d"日"`.
  public var numberFormat: String?

  public init() {}

  func with(_ change: (inout Look) -> Void) -> Look {
    var changed = self
    change(&changed)
    return changed
  }
}

/// A colour of light (色), red, green and blue in one number: `0xRRGGBB`.
public struct Colour: Hashable, Sendable {
  public let rgb: UInt32

  public init(_ rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  /// Reads `#1F3A5F`.
  public init?(_ text: String) {
    guard text.utf8.count == 7, text.utf8.first == 35, let rgb = UInt32(text.dropFirst(), radix: 16) else {
      return nil
    }
    self.init(rgb)
  }

  public static let white = Colour(0xFF_FFFF)
  public static let ink = Colour(0x22_2B38)
  public static let faint = Colour(0x5A_6573)
  public static let rule = Colour(0xC9_D1DB)
  public static let paper = Colour(0xF5_F7FA)
  public static let band = Colour(0xF1_F5F9)
  public static let accent = Colour(0x1F_4E79)

  /// Series of charts, apart from each other for every kind of sight and in grey.
  public static let blue = Colour(0x2F_6690)
  public static let orange = Colour(0xE0_8E45)
  public static let teal = Colour(0x5B_B5A2)
  public static let wine = Colour(0x8C_2F55)
  public static let sand = Colour(0xD9_C8A0)
  /// Bars inside cells, under figures that must stay readable: early and late.
  public static let paleTeal = Colour(0xA8_DACE)
  public static let palePink = Colour(0xEB_B7C4)
  public static let grey = Colour(0xA7_B0BC)
}
