/// The look of each meaning (配色): calm, apart in grey too, never told by colour alone.
extension Style {
  /// Nil for a style of the workbook's own.
  public var look: Look? {
    let plain = Look()
    switch self {
    case .title:
      return plain.with {
        $0.size = 16
        $0.isBold = true
        $0.colour = .accent
      }
    case .subtitle:
      return plain.with {
        $0.size = 11
        $0.colour = .faint
      }
    case .note:
      return plain.with {
        $0.size = 9
        $0.colour = .faint
      }
    case .paragraph:
      return plain.with {
        $0.size = 9
        $0.wraps = true
        $0.vertical = .top
      }
    case .section:
      return plain.with {
        $0.size = 12
        $0.isBold = true
        $0.colour = .accent
        $0.border.bottom = .medium
        $0.border.colour = .accent
      }
    case .header:
      return plain.with {
        $0.isBold = true
        $0.colour = .white
        $0.fill = .accent
        $0.horizontal = .center
        $0.wraps = true
        $0.border = Look.Border(left: .thin, right: .thin, colour: Colour(0x4A_7199))
      }
    case .total:
      return plain.with {
        $0.isBold = true
        $0.indent = 1
        $0.fill = Colour(0xE3_EAF2)
        $0.border = Look.Border(top: .thin, bottom: .double, colour: .accent)
      }
    case .kpiLabel:
      return Style.tile {
        $0.size = 10
        $0.shrinks = true
        $0.colour = .faint
        $0.border.top = .medium
      }
    case .kpiValue:
      return Style.tile {
        $0.size = 20
        $0.isBold = true
        $0.shrinks = true
        $0.colour = .accent
      }
    case .kpiNote:
      return Style.tile {
        $0.size = 9
        $0.shrinks = true
        $0.colour = .faint
      }
    case .link:
      return plain.with {
        $0.colour = Colour(0x1B_5FAA)
        $0.isUnderlined = true
      }
    case .draftMark:
      return plain.with {
        $0.size = 14
        $0.isBold = true
        $0.colour = Colour(0xB0_3A2E)
        $0.horizontal = .center
      }
    case .item, .itemAlternate, .good, .warning, .bad, .muted: return row
    case .own: return nil
    }
  }

  private var row: Look {
    Look().with {
      $0.border.bottom = .hair
      $0.indent = 1
      switch self {
      case .itemAlternate: $0.fill = .band
      case .good:
        $0.fill = Colour(0xDD_F0EA)
        $0.colour = Colour(0x14_5C4A)
      case .warning:
        $0.fill = Colour(0xFD_F0D5)
        $0.colour = Colour(0x7A_4B00)
      case .bad:
        $0.fill = Colour(0xF9_DEDC)
        $0.colour = Colour(0x8A_1C1C)
        $0.isBold = true
      case .muted: $0.colour = .faint
      default: break
      }
    }
  }

  private static func tile(_ change: (inout Look) -> Void) -> Look {
    Look().with {
      $0.fill = .paper
      $0.horizontal = .center
      $0.border.colour = .accent
      change(&$0)
    }
  }
}
