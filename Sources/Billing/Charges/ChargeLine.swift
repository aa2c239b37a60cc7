public import Records

/// What is invoiced of a charge this month (請求明細): desired less posted, never 0.
public struct ChargeLine: Equatable, Sendable {
  public var key: Identifier
  public var kind: ChargeKind
  public var customer: Identifier
  public var eventOn: Day
  public var chargeClass: ChargeClass
  public var desired: Yen
  /// The sum of what the closed months posted.
  public var posted: Yen
  /// Desired less posted; its tax is in or out as `tax` says.
  public var amount: Yen
  /// The same without tax.
  public var net: Yen
  public var tax: TaxTreatment
  public var source: ChargeSource
  /// The term that is earned day by day; nil where nothing is.
  public var term: ClosedRange<Day>?
  /// The first document of the charge, where something was posted.
  public var corrects: DocumentNumber?
  /// The case's position in the export.
  public var caseIndex: Int32?
}

/// How a line comes to be in this month (請求の種別).
public enum ChargeClass: String, CaseIterable, Sendable {
  /// Its event is of this month.
  case normal
  /// Its event is of an earlier month, and nothing was posted of it.
  case late
  /// Something was posted of it, and that was not the whole truth.
  case correction
}

extension ChargeLine {
  /// The order of a document's lines: kind, event date, key.
  static func precedes(_ left: ChargeLine, _ right: ChargeLine) -> Bool {
    (left.kind.rank, left.eventOn, left.key) < (right.kind.rank, right.eventOn, right.key)
  }
}
