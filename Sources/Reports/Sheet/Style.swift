/// What a cell means (書式の意味); the palette turns the meaning into a look.
public enum Style: Hashable, Sendable {
  /// The heading of a sheet, what it covers, and a line of explanation, which runs on over empty cells to its right.
  case title, subtitle, note
  /// An explanation of several lines, inside its own (joined) cells.
  case paragraph
  /// A heading inside a sheet, over a table or a chart.
  case section
  /// The head of a table, its rows, every second of them, and its total.
  case header, item, itemAlternate, total
  /// A tile of the dashboard: what is counted, how many, and the change.
  case kpiLabel, kpiValue, kpiNote
  /// A judgement: reached, at risk, missed, of no weight.
  case good, warning, bad, muted
  case link
  /// The word across an unfinished document.
  case draftMark
  /// A look of the workbook's own, by its position in `Workbook.looks`.
  case own(Int)

  /// The styles with a look of their own in the palette, in a fixed order.
  public static let meanings: [Style] = [
    .title, .subtitle, .note, .paragraph, .section, .header, .item, .itemAlternate, .total, .kpiLabel,
    .kpiValue, .kpiNote,
    .good, .warning, .bad, .muted, .link, .draftMark,
  ]
}
