/// What a text template is filled with (差し込みの中身): values, and lists of the same for its sections.
struct TextContext: Sendable {
  enum Part: Sendable {
    case value(TextCell)
    case flag(Bool)
    case list([TextContext])
    /// Made one by one while they are written: a month may have 100,000 findings.
    case series(count: Int, @Sendable (Int) -> TextContext)
  }

  private(set) var parts: [String: Part] = [:]

  init(_ values: [String: TextCell] = [:]) { parts = values.mapValues { .value($0) } }

  subscript(_ name: String) -> Part? {
    get { parts[name] }
    set { parts[name] = newValue }
  }

  mutating func set(_ name: String, _ text: String) { parts[name] = .value(TextCell(text)) }
  mutating func set(_ name: String, _ number: Int) { parts[name] = .value(TextCell(number)) }

  /// As Mustache reads it.
  var object: [String: Any] {
    parts.mapValues { part -> Any in
      switch part {
      case .value(let cell): cell
      case .flag(let flag): flag
      case .list(let list): list.map(\.object)
      case .series(let count, let context): (0..<count).map { context($0).object }
      }
    }
  }
}

/// The names that a template may use (使える名前): values and flags, and sections with names of their own.
indirect enum TextShape: Equatable, Sendable {
  case value
  case flag
  case section([String: TextShape])
}

extension TextContext {
  /// Whether the context has exactly the names of `shape`.
  func fits(_ shape: [String: TextShape]) -> Bool {
    guard Set(parts.keys) == Set(shape.keys) else { return false }
    return parts.allSatisfy { name, part in
      switch (part, shape[name]) {
      case (.value, .value), (.flag, .flag): true
      case (.list(let list), .section(let inner)): list.allSatisfy { $0.fits(inner) }
      case (.series(let count, let context), .section(let inner)):
        (0..<count).allSatisfy { context($0).fits(inner) }
      default: false
      }
    }
  }
}
