import Records

/// What the rules say of some of a month's inquiries before any of them draws (チケット要否の判定結果).
///
/// Inquiries are assessed independently of each other, so ranges of them may be assessed at the same time.
public struct AssessedInquiries: Sendable {
  /// In the order of the export. A posted draw that stands has its shares already, by their place in `shares`.
  var draws: [TicketDraw] = []
  var shares: [DrawnShare] = []
  /// Those that are still to draw.
  var pending: [PendingDraw] = []
  var findings: [Finding] = []
}

/// A draw that is still to be made. Small, since a month may hold millions.
struct PendingDraw {
  var receivedAt: JSTInstant
  /// The draw's position.
  var position: Int32
  /// The customer's place in the pack register.
  var place: Int32
}
