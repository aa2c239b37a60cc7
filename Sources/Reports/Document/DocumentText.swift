import Records

/// A text of a template with its placeholders, such as `{{customer.name}} 御中`.
struct DocumentText: Sendable, Equatable {
  enum Piece: Sendable, Equatable {
    case words(String)
    case placeholder(String)
  }

  var pieces: [Piece] = []

  var placeholders: [String] {
    pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  init() {}

  /// Nil where a `{{` has no `}}` or nothing between them.
  init?(_ text: String) {
    var rest = Substring(text)
    while let open = rest.firstRange(of: "{{") {
      let words = rest[..<open.lowerBound]
      if !words.isEmpty { pieces.append(.words(String(words))) }
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else { return nil }
      let name = rest[..<close.lowerBound].trimmingBlanks
      guard !name.isEmpty else { return nil }
      pieces.append(.placeholder(name))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
  }

  /// A lone placeholder keeps its kind, so that an amount stays a number; anything else becomes text.
  func cell(_ values: DocumentWords, _ notation: DocumentTemplate.Notation) -> Cell {
    if pieces.count == 1, case .placeholder(let name) = pieces[0] { return values[name] ?? .blank }
    let words = words(values, notation)
    return words.isEmpty ? .blank : .text(words)
  }

  func words(_ values: DocumentWords, _ notation: DocumentTemplate.Notation) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .placeholder(let name): text += values[name]?.words(notation) ?? ""
      }
    }
    return text
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var rest = self.drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

extension Cell {
  /// Whether a condition on the value holds: there is something, and it is not `N`.
  var isPresent: Bool {
    switch self {
    case .blank, .flag(false): false
    case .text(let text): !text.isEmpty
    default: true
    }
  }

  /// The cell inside a sentence.
  func words(_ notation: DocumentTemplate.Notation) -> String {
    switch self {
    case .blank: ""
    case .text(let text), .link(let text, _): text
    case .number(let number): Cell.grouped(number)
    case .decimal(let number): "\(number)"
    case .yen(let yen): Cell.grouped(yen.amount)
    case .day(let day), .deadline(.endOf(let day)): day.words(notation)
    case .instant(let instant), .deadline(.at(let instant)):
      "\(instant.day.words(notation)) \(instant.timeOfDay)"
    case .permille(let permille): "\(permille / 10).\(abs(permille % 10))%"
    case .percent(let percent): "\(percent)%"
    case .flag(let flag): flag ? "Y" : "N"
    case .formula(_, let value): value.words(notation)
    }
  }

  private static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var grouped = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }
}

extension Day {
  fileprivate func words(_ notation: DocumentTemplate.Notation) -> String {
    let (year, month, day) = components
    return switch notation {
    case .japanese: "\(year)年\(month)月\(day)日"
    case .slashes: slashed
    case .hyphens: description
    }
  }
}
