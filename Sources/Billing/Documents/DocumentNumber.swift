public import Records

/// The number of a document (請求書番号), `YYYYMM-NNNN`: gapless within a month, given at close only.
public struct DocumentNumber: Hashable, Sendable {
  public let month: BillingMonth
  /// From 1.
  public let sequence: Int

  public init(month: BillingMonth, sequence: Int) {
    self.month = month
    self.sequence = sequence
  }

  /// Reads `202610-0001`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 6, parts[1].utf8.count >= 4,
      let month = BillingMonth("\(parts[0].prefix(4))-\(parts[0].suffix(2))"),
      let sequence = Int(parts[1]), sequence > 0
    else { return nil }
    self.init(month: month, sequence: sequence)
    guard description == text else { return nil }
  }

  /// Every document is issued on the last day of its month.
  public var issuedOn: Day { month.lastDay }
}

extension DocumentNumber: Comparable {
  public static func < (left: DocumentNumber, right: DocumentNumber) -> Bool {
    (left.month, left.sequence) < (right.month, right.sequence)
  }
}

extension DocumentNumber: CustomStringConvertible {
  public var description: String {
    let digits = String(sequence)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return "\(month.description.filter { $0 != "-" })-\(zeros)\(digits)"
  }
}
