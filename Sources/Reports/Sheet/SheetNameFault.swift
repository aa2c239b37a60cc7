/// Why Excel refuses the name of a sheet.
public enum SheetNameFault: String, Error, Hashable, Sendable {
  case empty, tooLong, character, apostrophe, reserved
  /// Another sheet of the workbook has the name; capitals make no difference.
  case duplicate

  /// What is wrong with a name by itself; nil where Excel takes it.
  public init?(_ name: String) {
    if name.isEmpty {
      self = .empty
    } else if name.utf16.count > 31 {
      self = .tooLong
    } else if name.hasPrefix("'") || name.hasSuffix("'") {
      self = .apostrophe
    } else if name.unicodeScalars.contains(where: Self.isRefused) {
      self = .character
    } else if name.lowercased() == "history" {
      self = .reserved
    } else {
      return nil
    }
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "[", "]", ":", "*", "?", "/", "\\", "\u{FFFE}", "\u{FFFF}": true
    default: scalar.properties.generalCategory == .control
    }
  }
}
