/// The place of a cell (セル番地): row and column count from 1, as the spreadsheet shows them.
public struct Address: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B3`; nil where it is no address of a sheet.
  public init?(_ text: some StringProtocol) {
    let letters = text.utf8.prefix { (65...90).contains($0) }
    let digits = text.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), (1...7).contains(digits.count), digits.first != 48,
      digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1) - 64 }
    let row = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    guard row <= Sheet.maximumRows, column <= Sheet.maximumColumns else { return nil }
    self.init(row: row, column: column)
  }

  public func moved(rows: Int = 0, columns: Int = 0) -> Address {
    Address(row: row + rows, column: column + columns)
  }

  /// `$B$3`, which stays where it is when copied.
  public var absolute: String { "$\(Address.letters(column))$\(row)" }

  /// The letters of a column: 1 is `A`, 27 is `AA`.
  public static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// `B3`
extension Address: CustomStringConvertible {
  public var description: String { "\(Address.letters(column))\(row)" }
}

/// A rectangle of cells (セル範囲), both corners included.
public struct CellRange: Hashable, Sendable {
  public var from: Address
  public var through: Address

  public init(_ from: Address, _ through: Address) {
    self.from = from
    self.through = through
  }

  /// Reads `B3:D9`, or `B3` for one cell; nil where the corners are no addresses or not in order.
  public init?(_ text: some StringProtocol) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(corners.count), let from = Address(corners[0]),
      let through = Address(corners[corners.count - 1]), from.row <= through.row,
      from.column <= through.column
    else { return nil }
    self.init(from, through)
  }

  public var rowCount: Int { through.row - from.row + 1 }
  public var columnCount: Int { through.column - from.column + 1 }
  public func contains(_ address: Address) -> Bool {
    (from.row...through.row).contains(address.row) && (from.column...through.column).contains(address.column)
  }

  public func overlaps(_ other: CellRange) -> Bool {
    from.row <= other.through.row && other.from.row <= through.row && from.column <= other.through.column
      && other.from.column <= through.column
  }

  /// `'SLA detail'!$B$3:$D$9`, for formulas, charts and defined names.
  public func absolute(in sheet: String) -> String {
    let corners = from == through ? from.absolute : "\(from.absolute):\(through.absolute)"
    return "\(Sheet.quoted(sheet))!\(corners)"
  }
}

/// `B3:D9`, or `B3` for one cell.
extension CellRange: CustomStringConvertible {
  public var description: String { from == through ? "\(from)" : "\(from):\(through)" }
}
