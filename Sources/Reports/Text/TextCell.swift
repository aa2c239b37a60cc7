import Mustache

/// A value of a text template (差し込み値), which the template itself may align: `{{left20(name)}}`, `{{right8(count)}}`,
/// `{{cut30(customer)}}`, `{{bar20(attainment)}}`.
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

  init(_ number: Int, share: Int? = nil) { self.init(number.grouped, share: share) }

  var description: String { text }

  enum Alignment: String, CaseIterable {
    case left, right, cut, bar
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
    }
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
