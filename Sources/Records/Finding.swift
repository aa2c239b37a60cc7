/// Something about the input that a person should know (確認事項): where it is, what it is, and what it is about.
///
/// A finding is collected, never thrown. Its message is made from the code by the labels of the report's language.
public struct Finding: Hashable, Sendable {
  public let severity: Severity
  /// `contracts.csv`; empty where no file of the input is meant.
  public let file: String
  /// The physical line, from 1, on which the row begins; 0 where no line is meant.
  public let line: Int
  /// The canonical column name; empty where the whole row or file is meant.
  public let column: String
  public let code: FindingCode
  /// The offending value as it stands in the export.
  public let value: String
  /// The row's key, as far as it could be read.
  public let key: String
  /// What else the message needs, such as the other line of a duplicate or the allowed words.
  public let detail: String

  public init(
    _ code: FindingCode, severity: Severity? = nil, file: String = "", line: Int = 0, column: String = "",
    value: String = "", key: String = "", detail: String = ""
  ) {
    self.severity = severity ?? code.severity
    self.file = file
    self.line = line
    self.column = column
    self.code = code
    self.value = value
    self.key = key
    self.detail = detail
  }
}

extension Finding {
  public enum Severity: String, CaseIterable, Sendable { case error, warning, notice }
}

/// By file, line as a number, column; then by code, key and value, so that the order never depends on the run.
extension Finding: Comparable {
  public static func < (left: Finding, right: Finding) -> Bool {
    if left.file != right.file { return left.file.precedesInBytes(right.file) }
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column.precedesInBytes(right.column) }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    if left.key != right.key { return left.key.precedesInBytes(right.key) }
    return left.value.precedesInBytes(right.value)
  }
}

/// Every kind of finding; `Templates/labels.*.yml` has a message and a remedy for each.
public enum FindingCode: String, CaseIterable, Sendable {
  // The row is rejected.
  case required
  case invalidDate = "invalid_date"
  case invalidTimestamp = "invalid_timestamp"
  case invalidYen = "invalid_yen"
  case invalidNumber = "invalid_number"
  case invalidFlag = "invalid_flag"
  case invalidID = "invalid_id"
  case unknownCode = "unknown_code"
  case tooLong = "too_long"
  case excelDamage = "excel_damage"
  case excelSerialDate = "excel_serial_date"
  case orderViolation = "order_violation"
  case fieldCount = "field_count"
  case duplicateConflict = "duplicate_conflict"
  case optionWithoutOnsite = "option_without_onsite"

  // The row is used, but something must be charged that has no price.
  case feeMissing = "fee_missing"

  // Nothing of the file can be used.
  case unreadable
  case encoding
  case headerMissing = "header_missing"
  case columnsMissing = "columns_missing"
  case columnsDuplicate = "columns_duplicate"
  case quoteUnclosed = "quote_unclosed"

  // Warnings.
  case duplicateIdentical = "duplicate_identical"
  case channelNotAccepted = "channel_not_accepted"
  case visitOnSendback = "visit_on_sendback"
  case visitOnClosedDay = "visit_on_closed_day"
  case shippedBeforeReceipt = "shipped_before_receipt"
  case noAgreedVisit = "no_agreed_visit"
  case diskRetainedWithoutOption = "disk_retained_without_option"
  case diskNotRetained = "disk_not_retained"
  case freightMissing = "freight_missing"
  case freightOnOnsite = "freight_on_onsite"
  case carrierUnregistered = "carrier_unregistered"
  case trackingCheckDigit = "tracking_check_digit"
  case partPriceMissing = "part_price_missing"
  case noTicketPack = "no_ticket_pack"
  case postedUsageChanged = "posted_usage_changed"
  case postedRowRejected = "posted_row_rejected"
  case postedCustomerChanged = "posted_customer_changed"
  case successorMissing = "successor_missing"
  case billingNameDiffers = "billing_name_differs"
  case previousMonthOpen = "previous_month_open"
  case unusedBalanceHigh = "unused_balance_high"
  case registrationCheckDigit = "registration_check_digit"
  case characterReplaced = "character_replaced"
  case accountNameCut = "account_name_cut"
  case textCut = "text_cut"

  // Notices.
  case unknownColumn = "unknown_column"
  case totalRow = "total_row"
  case afterMonth = "after_month"
  case noLedger = "no_ledger"
  case monthClosed = "month_closed"

  public var severity: Finding.Severity {
    switch self {
    case .required, .invalidDate, .invalidTimestamp, .invalidYen, .invalidNumber, .invalidFlag, .invalidID,
      .unknownCode, .tooLong, .excelDamage, .excelSerialDate, .orderViolation, .fieldCount,
      .duplicateConflict, .optionWithoutOnsite, .feeMissing, .unreadable, .encoding, .headerMissing,
      .columnsMissing, .columnsDuplicate, .quoteUnclosed:
      .error
    case .unknownColumn, .totalRow, .afterMonth, .noLedger, .monthClosed:
      .notice
    default:
      .warning
    }
  }
}
