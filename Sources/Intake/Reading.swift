public import Records

/// One export, read (読み込み結果).
public struct Reading<Row: Equatable & Sendable>: Sendable {
  public let export: Export<Row>
  /// In the order of the file; all findings of a row are here, and again with the rejected row.
  public let findings: [Finding]
  public let rejected: RejectedRows
  public let encoding: TextEncoding
}

/// How far the reading of a file is, for a progress bar, and for a caller that gives pages back.
public struct ReadingProgress: Sendable {
  public enum Stage: Sendable {
    /// Looked at for encoding and line ends; it will be read again.
    case scanned
    case read
  }
  public let file: ExportFile
  public let stage: Stage
  /// The bytes of the file that were done.
  public let range: Range<Int>
  /// The records that were read from them.
  public let rows: Int
}

/// A month's folder, read: what the stages after the intake work on, and what was found on the way.
public struct IntakeResult: Sendable {
  public let exports: MonthExports
  /// By file, line and column.
  public let findings: [Finding]
  /// For each export that has any.
  public let rejected: [ExportFile: RejectedRows]
  public let encodings: [ExportFile: TextEncoding]

  public init(
    contracts: Reading<Contract>, cases: Reading<SupportCase>, inquiries: Reading<TicketUse>,
    courier: Reading<CourierLine>?
  ) {
    exports = MonthExports(
      contracts: contracts.export, cases: cases.export, inquiries: inquiries.export, courier: courier?.export)
    findings =
      (contracts.findings + cases.findings + inquiries.findings + (courier?.findings ?? [])).sorted()
    var rejected = [
      ExportFile.contracts: contracts.rejected, .cases: cases.rejected, .ticketUsage: inquiries.rejected,
    ]
    rejected[.courierStatement] = courier?.rejected
    self.rejected = rejected.filter { !$0.value.isEmpty }
    var encodings = [
      ExportFile.contracts: contracts.encoding, .cases: cases.encoding, .ticketUsage: inquiries.encoding,
    ]
    encodings[.courierStatement] = courier?.encoding
    self.encodings = encodings
  }

  /// The rejected rows of one export.
  public func rejectedCount(_ file: ExportFile) -> Int { rejected[file]?.rows.count ?? 0 }
}
