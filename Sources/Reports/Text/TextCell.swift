import Mustache

/// A value of a text template (差し込み値), which the template itself may align: `{{left20(name)}}`, `{{right8(count)}}`,
/// `{{cut30(customer)}}`, `{{bar20(attainment)}}`, and `{{wrap68(contents)}}` for the last 68 of 80 columns.
///
/// The number is a width in half-width characters; a full-width one takes two.
struct TextCell: CustomStringConvertible, Sendable {
  var text: String
  /// What a bar shows, in permille of its width.
  var share: Int?

  init(_ text: String, share: Int? = nil) {
    self.text = text
    self.share = share
  }

  /// Text of the input that must stay on its line: a line break or another control character becomes a blank.
  init(line text: String) {
    self.init(text.utf8.contains { $0 < 0x20 || $0 == 0x7F } ? text.withoutControls : text)
  }

  init(_ number: Int, share: Int? = nil) { self.init(number.grouped, share: share) }

  var description: String { text }

  enum Alignment: String, CaseIterable {
    case left, right, cut, bar, wrap
  }

  /// `left20` taken apart; nil for what is no alignment.
  static func alignment(_ name: String) -> (Alignment, width: Int)? {
    let word = name.prefix { $0.isLetter }
    guard let alignment = Alignment(rawValue: String(word)), let width = Int(name.dropFirst(word.count)),
      (1...200).contains(width)
    else { return nil }
    return (alignment, width)
  }

  func aligned(_ alignment: Alignment, _ width: Int) -> String {
    switch alignment {
    case .left: text.fitted(width)
    // A figure that is cut would be another figure.
    case .right: text.halfWidths > width ? text : text.fitted(width, .right)
    case .cut: text.cut(width)
    case .bar: bar(width)
    case .wrap: wrapped(width)
    }
  }

  /// Lines after the first begin so far to the right that they end with the 80th column.
  private func wrapped(_ width: Int) -> String {
    guard text.needsWrapping(past: width) else { return text }
    let lines = text.split(separator: "\n").flatMap { String($0).wrapped(width) }
    return lines.joined(separator: "\n" + String(repeating: " ", count: max(0, 80 - width)))
  }

  /// Signs that are one wide everywhere, whatever the type of the mail.
  private func bar(_ width: Int) -> String {
    guard let share else { return String(repeating: " ", count: width) }
    let filled = min(width, max(0, (share * width + 500) / 1000))
    return String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
  }
}

extension TextCell: MustacheTransformable {
  func transform(_ name: String) -> Any? {
    TextCell.alignment(name).map { TextCell(aligned($0.0, $0.width), share: share) }
  }
}

extension TextCell: MustacheCustomRenderable {
  var renderText: String { text }
  /// A section on an empty value is left out.
  var isNull: Bool { text.isEmpty }
}

extension TextCell: MustacheParent {
  /// Inside a section on a value, names are those around it.
  func child(named: String) -> Any? { nil }
}

extension String {
  fileprivate var withoutControls: String {
    String(
      String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
