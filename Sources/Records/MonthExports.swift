/// The exports that a month's folder may hold.
public enum ExportFile: String, CaseIterable, Sendable {
  case contracts = "contracts.csv"
  case cases = "cases.csv"
  case ticketUsage = "ticket_usage.csv"
  case courierStatement = "courier_statement.csv"

  public var isRequired: Bool { self != .courierStatement }
}

/// The accepted rows of one export, in the order of the file.
public struct Export<Row: Equatable & Sendable>: Sendable {
  public var rows: [Row]
  /// For each row the physical line on which it begins.
  public var lines: [Int32]
  /// The keys of rejected rows, as far as they could be read.
  public var rejectedKeys: Set<Identifier>

  public init(rows: [Row] = [], lines: [Int32] = [], rejectedKeys: Set<Identifier> = []) {
    self.rows = rows
    self.lines = lines.isEmpty ? rows.indices.map { Int32($0 + 2) } : lines
    self.rejectedKeys = rejectedKeys
  }
}

/// What a month's folder held, read.
public struct MonthExports: Sendable {
  public var contracts: Export<Contract>
  public var cases: Export<SupportCase>
  public var inquiries: Export<TicketUse>
  /// Nil where the month has no courier statement.
  public var courier: Export<CourierLine>?

  public init(
    contracts: Export<Contract> = Export(), cases: Export<SupportCase> = Export(),
    inquiries: Export<TicketUse> = Export(), courier: Export<CourierLine>? = nil
  ) {
    self.contracts = contracts
    self.cases = cases
    self.inquiries = inquiries
    self.courier = courier
  }
}
