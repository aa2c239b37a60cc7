public import Records

/// What an inquiry cost (チケット消費).
public enum DrawState: String, CaseIterable, Sendable {
  /// Isolating a hardware fault within maintenance (TS-6).
  case free
  /// Not an app that QNAP maintains (TS-8).
  case outOfScope = "out_of_scope"
  /// Paid by tickets (TS-7), also where it asks for none.
  case drawn
  /// No pack in force covers it; nothing was drawn or charged.
  case unfunded
}

/// Tickets taken from one pack.
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

/// One inquiry and what it drew.
public struct TicketDraw: Equatable, Sendable {
  /// The position in the export; nil for an inquiry that only the ledger has.
  public var inquiryIndex: Int32?
  public var inquiry: PostedInquiry.Facts
  public var state: DrawState
  /// Tickets asked after the rules: 0 when free or out of scope.
  public var tickets: Int
  /// In the order drawn.
  public var shares: [PackShare]
  /// The draw was posted by an earlier close and stands.
  public var isPosted: Bool
  /// From effective reception to the answer, in business minutes; nil while unanswered.
  public var responseMinutes: Int?
}
