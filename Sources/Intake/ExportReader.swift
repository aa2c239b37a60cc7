public import Records

/// Reads the exports of a month (エクスポートの読み込み): bytes in, records and findings out.
///
/// Opens no file: the caller maps it, or reads it, and hands over the bytes. Any number of jobs gives the same result.
public struct ExportReader: Sendable {
  private let aliases: ColumnAliases
  private let jobs: Int
  private let stretchSize: Int
  private let progress: @Sendable (ReadingProgress) -> Void

  /// - Parameters:
  ///   - jobs: The number of threads.
  ///   - progress: Called by any thread when a part of a file is done.
  public init(
    aliases: ColumnAliases, jobs: Int = 1, progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
  ) {
    self.init(aliases: aliases, jobs: jobs, stretchSize: 1 << 20, progress: progress)
  }

  /// `stretchSize` is the least number of bytes that a thread takes at a time.
  init(
    aliases: ColumnAliases, jobs: Int, stretchSize: Int,
    progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
  ) {
    self.aliases = aliases
    self.jobs = jobs
    self.stretchSize = stretchSize
    self.progress = progress
  }

  public func contracts(_ bytes: UnsafeRawBufferPointer) throws(IntakeFault) -> Reading<Contract> {
    try read(ContractsExport.self, bytes)
  }

  public func cases(_ bytes: UnsafeRawBufferPointer) throws(IntakeFault) -> Reading<SupportCase> {
    try read(CasesExport.self, bytes)
  }

  public func inquiries(_ bytes: UnsafeRawBufferPointer) throws(IntakeFault) -> Reading<TicketUse> {
    try read(TicketUsageExport.self, bytes)
  }

  public func courierStatement(_ bytes: UnsafeRawBufferPointer) throws(IntakeFault) -> Reading<CourierLine> {
    try read(CourierStatementExport.self, bytes)
  }

  private func read<Table: ExportTable>(
    _ table: Table.Type, _ bytes: UnsafeRawBufferPointer
  ) throws(IntakeFault) -> Reading<Table.Row> {
    let reader = FileReader<Table>(aliases: aliases, jobs: jobs, stretchSize: stretchSize, progress: progress)
    return try reader.read(bytes)
  }
}
