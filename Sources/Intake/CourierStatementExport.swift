import Records

/// `courier_statement.csv` (運賃明細): one row per line of what the carrier billed us.
enum CourierStatementExport: ExportTable {
  enum Column: String, CaseIterable {
    case lineID = "line_id"
    case trackingNumber = "tracking_no"
    case shippedOn = "shipped_on"
    case amount
    case terms
    case carrier
  }

  static let file = ExportFile.courierStatement
  static let blank = CourierLine(
    id: "", trackingNumber: "", shippedOn: Day(number: 0), amount: .zero, terms: .prepaid)
  static func key(of row: CourierLine) -> Identifier { row.id }

  static func presence(of column: Column) -> Presence { column == .carrier ? .optional : .required }

  static func read(
    _ column: Column, _ cell: Cell, into row: inout CourierLine, _ texts: inout RepeatedTexts
  ) throws(CellFault) {
    switch column {
    case .lineID: row.id = try cell.identifier()
    case .trackingNumber: row.trackingNumber = cell.text()
    case .shippedOn: row.shippedOn = try cell.date()
    case .amount: row.amount = try cell.yen()
    case .terms: row.terms = try cell.code(CodeNames.freightTerms)
    case .carrier: row.carrier = texts.text(cell)
    }
  }

  static func conflict(at column: Column, in row: CourierLine) -> ColumnConflict<Column>? { nil }
}
