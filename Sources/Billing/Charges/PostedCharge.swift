public import Records

/// A charge as the ledger has it (計上済みの請求): every posting of one key in the months before the one being run.
public struct PostedCharge: Equatable, Sendable {
  public var key: Identifier
  public var kind: ChargeKind
  public var customer: Identifier
  public var eventOn: Day
  public var tax: TaxTreatment
  public var source: ChargeSource
  /// As the latest posting had it.
  public var term: ClosedRange<Day>?
  /// By month; never empty.
  public var postings: [Posting]

  /// What one close posted of a charge.
  public struct Posting: Equatable, Sendable {
    public var month: BillingMonth
    public var document: DocumentNumber
    public var amount: Yen
    /// Without tax.
    public var net: Yen

    public init(month: BillingMonth, document: DocumentNumber, amount: Yen, net: Yen) {
      self.month = month
      self.document = document
      self.amount = amount
      self.net = net
    }
  }

  public init(
    key: Identifier, kind: ChargeKind, customer: Identifier, eventOn: Day, tax: TaxTreatment,
    source: ChargeSource, term: ClosedRange<Day>? = nil, postings: [Posting]
  ) {
    self.key = key
    self.kind = kind
    self.customer = customer
    self.eventOn = eventOn
    self.tax = tax
    self.source = source
    self.term = term
    self.postings = postings
  }

  public func amount() throws(YenOverflow) -> Yen { try postings.lazy.map(\.amount).sum() }
  public func net() throws(YenOverflow) -> Yen { try postings.lazy.map(\.net).sum() }
}

/// The postings that a month sees (計上済み一覧): those of the closed months before it, by key.
public struct PostedCharges: Sendable {
  /// In byte order of their keys.
  public let charges: [PostedCharge]
  private let indexByKey: [Identifier: Int]

  public init(_ charges: [PostedCharge] = []) {
    self.charges = charges.sorted { $0.key < $1.key }
    var index = [Identifier: Int](minimumCapacity: charges.count)
    for (position, charge) in self.charges.enumerated() { index[charge.key] = position }
    indexByKey = index
  }

  public subscript(key: Identifier) -> PostedCharge? { indexByKey[key].map { charges[$0] } }
}
