public import Records

/// What the ledger knows of the months before the one being run (締め済みの月).
///
/// Without a ledger the books open with the month being run, and nothing was posted.
public struct ClosedMonths: Sendable {
  /// The month with which the books open; charges before its first day are settled elsewhere.
  public var opening: BillingMonth
  /// The last closed month before the one being run; nil where none is.
  public var last: BillingMonth?
  /// Cases that a closed month counted.
  public var verdicts: [Identifier: CountedVerdict]
  /// Inquiries of closed months, drawn or not.
  public var inquiries: [PostedInquiry]
  /// The packs that existed at the last close, top-up packs among them as long as something draws on them.
  public var packs: [TicketPack]

  public init(
    opening: BillingMonth, last: BillingMonth? = nil, verdicts: [Identifier: CountedVerdict] = [:],
    inquiries: [PostedInquiry] = [], packs: [TicketPack] = []
  ) {
    self.opening = opening
    self.last = last
    self.verdicts = verdicts
    self.inquiries = inquiries
    self.packs = packs
  }

  /// Whether `month` is among the closed ones.
  public func isClosed(_ month: BillingMonth) -> Bool {
    guard let last else { return false }
    return month >= opening && month <= last
  }
}

/// The verdict with which a closed month counted a case.
public struct CountedVerdict: Equatable, Sendable {
  public var month: BillingMonth
  public var verdict: Verdict
  public var reason: String?

  public init(month: BillingMonth, verdict: Verdict, reason: String? = nil) {
    self.month = month
    self.verdict = verdict
    self.reason = reason
  }
}

/// Tickets that a posted draw took from one term's pack.
public struct PackShare: Hashable, Sendable {
  public var contract: Identifier
  /// The start of the pack's term, since an automatically renewed contract has several.
  public var startsOn: Day
  public var tickets: Int

  public init(contract: Identifier, startsOn: Day, tickets: Int) {
    self.contract = contract
    self.startsOn = startsOn
    self.tickets = tickets
  }
}

/// An inquiry as the last close left it.
public struct PostedInquiry: Equatable, Sendable {
  /// What must not change without the draw being given back.
  public struct Facts: Equatable, Sendable {
    public var id: Identifier
    public var customer: Identifier
    public var receivedAt: JSTInstant
    public var category: InquiryCategory
    public var maintainerKey: String
    /// As exported, before the rules.
    public var tickets: Int

    public init(
      id: Identifier, customer: Identifier, receivedAt: JSTInstant, category: InquiryCategory,
      maintainerKey: String, tickets: Int
    ) {
      self.id = id
      self.customer = customer
      self.receivedAt = receivedAt
      self.category = category
      self.maintainerKey = maintainerKey
      self.tickets = tickets
    }
  }

  public var facts: Facts
  public var state: DrawState
  public var shares: [PackShare]

  public init(facts: Facts, state: DrawState, shares: [PackShare]) {
    self.facts = facts
    self.state = state
    self.shares = shares
  }
}
