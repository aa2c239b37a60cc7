public import Records

/// What a customer should owe for one thing (請求すべき額), as this month's input states it.
public struct Charge: Equatable, Sendable {
  public var key: Identifier
  public var kind: ChargeKind
  public var customer: Identifier
  public var eventOn: Day
  /// Desired: 0 when nothing is owed (any more). Its tax is in or out as `tax` says.
  public var amount: Yen
  public var tax: TaxTreatment
  public var source: ChargeSource
  /// The term that is earned day by day; nil where nothing is.
  public var term: ClosedRange<Day>?
  /// The case's position in the export.
  public var caseIndex: Int32?

  public init(
    key: Identifier, kind: ChargeKind, customer: Identifier, eventOn: Day, amount: Yen, tax: TaxTreatment,
    source: ChargeSource, term: ClosedRange<Day>? = nil, caseIndex: Int32? = nil
  ) {
    self.key = key
    self.kind = kind
    self.customer = customer
    self.eventOn = eventOn
    self.amount = amount
    self.tax = tax
    self.source = source
    self.term = term
    self.caseIndex = caseIndex
  }
}

/// The rows of the exports that a charge follows from (請求の根拠行): while one of them is missing, what was posted stays.
public struct ChargeSource: Equatable, Sendable {
  /// Of a term its own contract, of a case the case's; of a top-up pack the `OVR-` contract that sales may register.
  public var contract: Identifier?
  /// The contract whose `renewed_by` makes this term a renewal.
  public var predecessor: Identifier?
  /// The term began by automatic renewal.
  public var isAutomatic: Bool
  public var supportCase: Identifier?
  /// The inquiry that made a top-up necessary.
  public var inquiry: Identifier?

  public init(
    contract: Identifier? = nil, predecessor: Identifier? = nil, isAutomatic: Bool = false,
    supportCase: Identifier? = nil, inquiry: Identifier? = nil
  ) {
    self.contract = contract
    self.predecessor = predecessor
    self.isAutomatic = isAutomatic
    self.supportCase = supportCase
    self.inquiry = inquiry
  }
}
