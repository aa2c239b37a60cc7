import Records

/// `cases.csv` (ハードウェア障害ケース): one row per hardware case.
enum CasesExport: ExportTable {
  enum Column: String, CaseIterable {
    case caseID = "case_id"
    case contractID = "contract_id"
    case receivedAt = "received_at"
    case channel
    case part
    case partSoldByUs = "part_sold_by_us"
    case failedPartSerial = "failed_part_serial"
    case outcome
    case isolatedAt = "isolated_at"
    case agreedVisitAt = "agreed_visit_at"
    case arrivedAt = "arrived_at"
    case completedAt = "completed_at"
    case failedPartShippedAt = "failed_part_shipped_at"
    case failedPartReceivedAt = "failed_part_received_at"
    case failedPartCarrier = "failed_part_carrier"
    case failedPartFreight = "failed_part_freight"
    case failedPartFreightTerms = "failed_part_freight_terms"
    case failedPartTrackingNumber = "failed_part_tracking_no"
    case replacementShippedAt = "replacement_shipped_at"
    case replacementCarrier = "replacement_carrier"
    case replacementFreight = "replacement_freight"
    case replacementFreightTerms = "replacement_freight_terms"
    case replacementTrackingNumber = "replacement_tracking_no"
    case diskRetained = "disk_retained"
    case partPrice = "part_price"
  }

  static let file = ExportFile.cases
  static let blank = SupportCase(id: "", contract: "", receivedAt: JSTInstant(seconds: 0))
  static func key(of row: SupportCase) -> Identifier { row.id }

  static func presence(of column: Column) -> Presence {
    switch column {
    case .caseID, .contractID, .receivedAt, .channel, .part: .required
    case .isolatedAt, .arrivedAt, .replacementShippedAt: .column
    default: .optional
    }
  }

  static func read(
    _ column: Column, _ cell: Cell, into row: inout SupportCase, _ texts: inout RepeatedTexts
  ) throws(CellFault) {
    switch column {
    case .caseID: row.id = try cell.identifier()
    case .contractID: row.contract = try cell.identifier()
    case .receivedAt: row.receivedAt = try cell.timestamp()
    case .channel: row.channel = try cell.code(CodeNames.channels)
    case .part: row.part = try cell.code(CodeNames.parts)
    case .partSoldByUs: row.partSoldByUs = try cell.flag()
    case .failedPartSerial: row.failedPartSerial = cell.text()
    case .outcome: row.outcome = try cell.code(CodeNames.outcomes)
    case .isolatedAt: row.isolatedAt = try cell.timestamp()
    case .agreedVisitAt: row.agreedVisitAt = try cell.timestamp()
    case .arrivedAt: row.arrivedAt = try cell.timestamp()
    case .completedAt: row.completedAt = try cell.timestamp()
    case .failedPartShippedAt: row.failedPart.shippedAt = try cell.dateOrTimestamp()
    case .failedPartReceivedAt: row.failedPartReceivedAt = try cell.dateOrTimestamp()
    case .failedPartCarrier: row.failedPart.sharedCarrier = texts.shared(cell)
    case .failedPartFreight: row.failedPart.freight = try cell.yen()
    case .failedPartFreightTerms: row.failedPart.terms = try cell.code(CodeNames.freightTerms)
    case .failedPartTrackingNumber: row.failedPart.trackingNumber = cell.text()
    case .replacementShippedAt: row.replacement.shippedAt = try cell.dateOrTimestamp()
    case .replacementCarrier: row.replacement.sharedCarrier = texts.shared(cell)
    case .replacementFreight: row.replacement.freight = try cell.yen()
    case .replacementFreightTerms: row.replacement.terms = try cell.code(CodeNames.freightTerms)
    case .replacementTrackingNumber: row.replacement.trackingNumber = cell.text()
    case .diskRetained: row.diskRetained = try cell.flag()
    case .partPrice: row.partPrice = try cell.yen()
    }
  }

  static func conflict(at column: Column, in row: SupportCase) -> ColumnConflict<Column>? {
    switch column {
    case .arrivedAt where isBefore(row.arrivedAt, row.isolatedAt):
      ColumnConflict(code: .orderViolation, with: .isolatedAt)
    case .completedAt where isBefore(row.completedAt, row.receivedAt):
      ColumnConflict(code: .orderViolation, with: .receivedAt)
    // By date, since either may be a bare date.
    case .failedPartReceivedAt where isBefore(row.failedPartReceivedAt?.day, row.failedPart.shippedAt?.day):
      ColumnConflict(code: .orderViolation, with: .failedPartShippedAt)
    default: nil
    }
  }

  private static func isBefore<Moment: Comparable>(_ moment: Moment?, _ other: Moment?) -> Bool {
    guard let moment, let other else { return false }
    return moment < other
  }
}
