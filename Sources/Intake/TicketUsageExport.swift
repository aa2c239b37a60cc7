import Records

/// `ticket_usage.csv` (チケット利用): one row per technical inquiry.
enum TicketUsageExport: ExportTable {
  enum Column: String, CaseIterable {
    case usageID = "usage_id"
    case customerID = "customer_id"
    case receivedAt = "received_at"
    case category
    case subject
    case maintainer
    case tickets
    case answeredAt = "answered_at"
    case channel
  }

  static let file = ExportFile.ticketUsage
  static let blank = TicketUse(id: "", customer: "", receivedAt: JSTInstant(seconds: 0), category: .other)
  static func key(of row: TicketUse) -> Identifier { row.id }

  static func presence(of column: Column) -> Presence {
    switch column {
    case .usageID, .customerID, .receivedAt, .category: .required
    default: .optional
    }
  }

  static func read(
    _ column: Column, _ cell: Cell, into row: inout TicketUse, _ texts: inout RepeatedTexts
  ) throws(CellFault) {
    switch column {
    case .usageID: row.id = try cell.identifier()
    case .customerID: row.customer = try cell.identifier()
    case .receivedAt: row.receivedAt = try cell.timestamp()
    case .category: row.category = try cell.code(CodeNames.categories)
    case .subject: row.subject = texts.text(cell)
    case .maintainer: row.maintainer = texts.maintainer(cell)
    case .tickets: row.tickets = Int16(try cell.wholeNumber(in: 0...100))
    case .answeredAt: row.answeredAt = try cell.timestamp()
    case .channel: row.channel = try cell.code(CodeNames.channels)
    }
  }

  static func conflict(at column: Column, in row: TicketUse) -> ColumnConflict<Column>? {
    guard column == .answeredAt, let answeredAt = row.answeredAt, answeredAt < row.receivedAt
    else { return nil }
    return ColumnConflict(code: .orderViolation, with: .receivedAt)
  }
}
