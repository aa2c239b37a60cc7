import Billing
import GRDB
public import Records

/// Where a month stands before it is closed (締めの可否).
public enum MonthStanding: Equatable, Sendable {
  /// It is the next to be closed.
  case next
  /// It was closed with the same inputs: nothing is posted, the outputs may be written again.
  case alreadyClosed
}

extension Ledger {
  /// Whether `month` may be closed with these inputs.
  ///
  /// - Throws: `LedgerFault` where it may not: books that were never opened, a gap, a closed month with other inputs.
  public func standing(
    of month: BillingMonth, digests: [InputDigest], openFrom: BillingMonth?
  ) throws -> MonthStanding {
    try reading { try standing(of: month, digests: digests, openFrom: openFrom, $0) }
  }

  private func standing(
    of month: BillingMonth, digests: [InputDigest], openFrom: BillingMonth?, _ database: Database
  ) throws -> MonthStanding {
    guard let closed = try Self.closedRange(database) else {
      guard let openFrom else { throw LedgerFault.missing(path: path) }
      guard openFrom == month else { throw LedgerFault.notNext(expected: openFrom) }
      return .next
    }
    if let openFrom, openFrom != closed.lowerBound { throw LedgerFault.opensWith(closed.lowerBound) }
    if month == closed.upperBound.next { return .next }
    guard closed.contains(month) else { throw LedgerFault.notNext(expected: closed.upperBound.next) }
    let changed = Set(digests).symmetricDifference(try Self.digests(of: month, database)).map(\.name)
    guard changed.isEmpty else { throw LedgerFault.inputsDiffer(Set(changed).sorted()) }
    return .alreadyClosed
  }

  /// Posts a month: one transaction, all of it or nothing.
  ///
  /// - Parameter beforeCommit: what must have succeeded before the postings stand; where it throws, nothing was posted.
  public func close(
    _ post: MonthToPost, openFrom: BillingMonth? = nil, beforeCommit: () throws -> Void = {}
  ) throws -> MonthStanding {
    try writing { database in
      let standing = try standing(of: post.month, digests: post.digests, openFrom: openFrom, database)
      guard standing == .next else { return standing }
      var chain = ChainWriter(database, previous: try Self.lastHash(database))
      try chain.post(post)
      try chain.seal(post.month, version: post.version)
      try beforeCommit()
      return .next
    }
  }

  /// 32 zeros before the first close.
  private static func lastHash(_ database: Database) throws -> [UInt8] {
    let bytes = try [UInt8].fetchLast(database)
    return bytes ?? [UInt8](repeating: 0, count: 32)
  }
}

extension [UInt8] {
  fileprivate static func fetchLast(_ database: Database) throws -> [UInt8]? {
    let statement = try RawStatement(database, "SELECT hash FROM closes ORDER BY month DESC LIMIT 1")
    return try statement.step() ? Array(statement.bytes(0)) : nil
  }
}
