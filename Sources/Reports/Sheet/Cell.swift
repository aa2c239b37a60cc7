public import Records

/// What a cell says (セル); its kind decides the number format and the alignment, its style the looks.
public enum Cell: Hashable, Sendable {
  case blank
  /// Always text, also where it begins with `=`.
  case text(String)
  /// A count, with thousands separators.
  case number(Int)
  /// A measured figure with one decimal, such as hours.
  case decimal(Double)
  case yen(Yen)
  case day(Day)
  /// A date and time to the minute.
  case instant(JSTInstant)
  /// The end of a day is shown as that day, 24:00.
  case deadline(Deadline)
  /// Thousandths, shown as a percentage with one decimal: 987 is 98.7%.
  case permille(Int)
  /// Hundredths: 10 is 10%.
  case percent(Int)
  /// `Y` or `N`.
  case flag(Bool)
  /// A formula without its `=`, and the value that it has; the value's kind is the formula's.
  indirect case formula(String, Cell)
  /// A jump to another place of the workbook.
  case link(String, to: Place)
}

/// A place in a workbook that a link leads to.
public struct Place: Hashable, Sendable {
  public var sheet: String
  public var address: Address

  public init(sheet: String, address: Address = Address(row: 1, column: 1)) {
    self.sheet = sheet
    self.address = address
  }
}

extension Cell {
  /// A value that is missing is an empty cell.
  public static func day(_ day: Day?) -> Cell { day.map { .day($0) } ?? .blank }
  public static func instant(_ instant: JSTInstant?) -> Cell { instant.map { .instant($0) } ?? .blank }
  public static func deadline(_ deadline: Deadline?) -> Cell { deadline.map { .deadline($0) } ?? .blank }
  public static func yen(_ yen: Yen?) -> Cell { yen.map { .yen($0) } ?? .blank }
  public static func number(_ number: Int?) -> Cell { number.map { .number($0) } ?? .blank }
  public static func permille(_ permille: Int?) -> Cell { permille.map { .permille($0) } ?? .blank }
}

extension Cell: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = .text(text) }
}
