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

/// One inquiry and what it drew. Small, since a month may hold millions: the order of its fields leaves no gaps.
public struct TicketDraw: Equatable, Sendable {
  /// Where the inquiry's facts stand.
  public enum Source: Equatable, Sendable {
    /// At this position of the month's export.
    case export(Int32)
    /// At this position of the ledger's inquiries: the export no longer has it.
    case ledger(Int32)
  }

  public var source: Source
  public var state: DrawState
  /// Asked after the rules: 0 when free or out of scope.
  public var tickets: Int16
  /// From effective reception to the answer, in business minutes; nil while unanswered.
  public var responseMinutes: Int32?
  /// The draw was posted by an earlier close and stands.
  public var isPosted: Bool
  /// Where its shares stand in `TicketAccounts.shares`.
  var shareCount: Int16 = 0
  var firstShare: Int32 = 0
}

/// Tickets that one inquiry took from one pack, by the pack's position in `TicketAccounts.packs`.
public struct DrawnShare: Hashable, Sendable {
  public var pack: Int32
  public var tickets: Int16
}

/// What every inquiry drew, and the packs after it (チケット収支).
public struct TicketAccounts: Sendable {
  /// Every inquiry to as-of by id, also those that only the ledger has.
  public internal(set) var draws: [TicketDraw] = []
  public internal(set) var shares: [DrawnShare] = []
  /// Every pack that starts by the month's last day, with what was used of it; a top-up pack on which nothing draws any
  /// more does not exist and is marked so.
  public internal(set) var packs: [TicketPack] = []
  public internal(set) var findings: [Finding] = []

  public init() {}

  /// What `draw` took, in the order in which it drew.
  public func shares(of draw: TicketDraw) -> ArraySlice<DrawnShare> {
    let first = Int(draw.firstShare)
    return shares[first..<first + Int(draw.shareCount)]
  }

  /// The packs at the end of `month`, by contract id, then start.
  public func balances(at month: BillingMonth) -> [PackBalance] {
    packs.filter { !$0.isVoid }
      .map { PackBalance($0, at: month) }
      .sorted { ($0.pack.contract, $0.pack.startsOn) < ($1.pack.contract, $1.pack.startsOn) }
  }
}
