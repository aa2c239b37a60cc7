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

extension Contract {
  /// The row's own term and those that follow it automatically, as far as they start by `limit`.
  ///
  /// With `auto_renew` a new term starts on A, the day after `ends_on`, then on A + 1 year, A + 2 years ..., always counted
  /// from A, as long as the start is not after `cancelled_on` and is before the successor's start.
  public func terms(successorStart: Day?, startingBy limit: Day) -> [ContractTerm] {
    var terms = [ContractTerm(startsOn: startsOn, endsOn: endsOn, isAutomatic: false)]
    guard autoRenew else { return terms }
    let first = endsOn.next
    var start = first
    var years = 0
    while start <= limit, renews(on: start, successorStart: successorStart) {
      years += 1
      let next = first.adding(years: years)
      terms.append(ContractTerm(startsOn: start, endsOn: next.previous, isAutomatic: true))
      start = next
    }
    return terms
  }

  /// The end of the last term before the successor starts.
  func lastTermEnd(successorStart: Day) -> Day {
    terms(successorStart: successorStart, startingBy: successorStart).last?.endsOn ?? endsOn
  }

  private func renews(on start: Day, successorStart: Day?) -> Bool {
    if let cancelledOn, start > cancelledOn { return false }
    if let successorStart, start >= successorStart { return false }
    return true
  }
}
