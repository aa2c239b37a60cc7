import Records

/// One of the exports (エクスポート): its columns, and how a row becomes a record. The reader does the rest.
protocol ExportTable: SendableMetatype {
  associatedtype Row: Equatable & Sendable
  /// The columns in the order in which faults count; the raw value is the canonical name, the first one is the key.
  associatedtype Column: ExportColumn

  static var file: ExportFile { get }
  /// The row in which no column has been read yet; a fault leaves the blank value, so that it causes no second one.
  static var blank: Row { get }
  static func key(of row: Row) -> Identifier

  static func presence(of column: Column) -> Presence
  /// Whether this row may not leave `column` empty, besides those that no row may.
  static func isNeeded(_ column: Column, in row: Row) -> Bool
  /// Reads a value that is not empty.
  static func read(
    _ column: Column, _ cell: Cell, into row: inout Row, _ texts: inout RepeatedTexts
  ) throws(CellFault)
  /// What is wrong with `column` in view of the columns before it.
  static func conflict(at column: Column, in row: Row) -> ColumnConflict<Column>?
}

/// A column of an export, by its canonical name.
typealias ExportColumn = RawRepresentable<String> & CaseIterable & Equatable & Sendable

/// What must be there of a column.
enum Presence {
  /// The column, and a value in each row.
  case required
  /// The column; its values may be empty.
  case column
  case optional
}

/// Two columns of a row that do not go together.
struct ColumnConflict<Column> {
  let code: FindingCode
  /// The other column; where that one has a fault of its own there is no conflict.
  let with: Column
}

extension ExportTable {
  static func isNeeded(_ column: Column, in row: Row) -> Bool { false }

  static var requiredNames: [String] {
    Column.allCases.filter { presence(of: $0) != .optional }.map(\.rawValue)
  }
}
