public import Records

/// One term of a contract (契約期間): the row's own, or one that followed it automatically.
public struct ContractTerm: Hashable, Sendable {
  public var startsOn: Day
  /// The last day of the term.
  public var endsOn: Day
  /// The term began by automatic renewal.
  public var isAutomatic: Bool

  public init(startsOn: Day, endsOn: Day, isAutomatic: Bool) {
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.isAutomatic = isAutomatic
  }

  public var days: Int { endsOn - startsOn + 1 }
}
