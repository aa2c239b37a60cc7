public import Records
public import ServiceTerms

/// What the unused tickets are worth (未使用チケット残高), on the price basis.
public struct TicketLiability: Equatable, Sendable {
  /// Every pack with tickets left, by contract id, then start.
  public var packs: [PackBalance]
  public var unused: Yen
  /// On 31 March and 30 September the balance is one of a base date (基準日未使用残高, 資金決済法).
  public var isBaseDate: Bool
  /// The balance above which there is a warning on a base date.
  public var threshold: Yen

  public var isHigh: Bool { isBaseDate && unused > threshold }
}

extension TicketLiability {
  init(_ input: BillingInput) throws(YenOverflow) {
    packs = input.result.packs.filter { $0.remaining > 0 }
    unused = try packs.lazy.map(\.unusedYen).sum()
    isBaseDate = input.month.month == 3 || input.month.month == 9
    threshold = input.frame.closing.edition.settings.prepaidThreshold
  }

  var findings: [Finding] {
    isHigh ? [Finding(.unusedBalanceHigh, value: unused.description, detail: threshold.description)] : []
  }
}
