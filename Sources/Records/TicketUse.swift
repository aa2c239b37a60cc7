/// One technical inquiry as exported (チケット利用).
public struct TicketUse: Equatable, Sendable {
  public var id: Identifier
  public var customer: Identifier
  public var receivedAt: JSTInstant
  public var answeredAt: JSTInstant?
  public var category: InquiryCategory
  public var channel: Channel
  /// What the inquiry asks for, before the rules: 0 to 100.
  public var tickets: Int16
  public var subject: String
  /// Who maintains the app, as exported; empty means QNAP (TS-8).
  public var maintainer: String
  /// The maintainer after NFKC, trimming and lower-casing, as it is compared (TS-8).
  public var maintainerKey: String

  public init(
    id: Identifier, customer: Identifier, receivedAt: JSTInstant, answeredAt: JSTInstant? = nil,
    category: InquiryCategory, channel: Channel = .mail, tickets: Int = 1, subject: String = "",
    maintainer: String = "", maintainerKey: String? = nil
  ) {
    self.id = id
    self.customer = customer
    self.receivedAt = receivedAt
    self.answeredAt = answeredAt
    self.category = category
    self.channel = channel
    self.tickets = Int16(clamping: tickets)
    self.subject = subject
    self.maintainer = maintainer
    self.maintainerKey = maintainerKey ?? maintainer.lowercased()
  }
}
