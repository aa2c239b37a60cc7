public import Records

/// What a customer receives for a month (請求書・立替金精算書・適格返還請求書): all of the month's lines.
public struct Document: Equatable, Sendable {
  /// Nil in a draft.
  public var number: DocumentNumber?
  public var customer: Identifier
  public var type: DocumentType
  public var issuedOn: Day
  public var dueOn: Day
  public var addressee: Addressee
  /// By kind, event date, key.
  public var lines: [DocumentLine]
  /// One tax per rate, the higher rate first.
  public var taxes: [RateTotal]
  /// Taxable amounts without tax.
  public var net: Yen
  public var tax: Yen
  /// Advances, tax of others included.
  public var outOfScope: Yen
  /// What the customer pays; negative where we refund.
  public var total: Yen
  public var notes: [DocumentNote]
}

public enum DocumentType: String, CaseIterable, Sendable {
  /// 適格請求書
  case invoice
  /// 適格返還請求書: the taxable lines sum below 0.
  case creditNote = "credit_note"
  /// 立替金精算書: no line is taxable.
  case statement
}

/// Who receives a document (請求先).
public struct Addressee: Equatable, Sendable {
  public var name: String
  public var address: String

  public init(name: String, address: String = "") {
    self.name = name
    self.address = address
  }
}

/// One line of a document, with what it must state beside its amount.
public struct DocumentLine: Equatable, Sendable {
  public var charge: ChargeLine
  /// The line's contract in the export; nil for a top-up pack.
  public var contractIndex: Int32?
  /// Of freight.
  public var advance: FreightAdvance?
}

/// One rate's share of a document (税率ごとの合計); its tax is rounded once.
public struct RateTotal: Equatable, Sendable {
  /// Percent.
  public var rate: Int
  public var net: Yen
  public var tax: Yen
  /// With tax.
  public var gross: Yen
}

/// What a document says besides its lines (備考).
public enum DocumentNote: Hashable, Sendable {
  /// Corrects lines of an earlier document; its date is the number's `issuedOn`.
  case corrects(DocumentNumber)
  /// A refund under 10,000 yen with tax: a return invoice is not obligatory.
  case smallRefund
}
