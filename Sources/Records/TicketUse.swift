/// One technical inquiry as exported (チケット利用). Small, since a month may hold millions: the order of its fields leaves no gaps.
public struct TicketUse: Equatable, Sendable {
  public var id: Identifier
  public var customer: Identifier
  public var subject: String
  /// Who maintains the app; nil means QNAP (TS-8).
  public var maintainer: Maintainer?
  public var receivedAt: JSTInstant
  public var answeredAt: JSTInstant?
  public var category: InquiryCategory
  /// What the inquiry asks for, before the rules: 0 to 100.
  public var tickets: Int16
  public var channel: Channel

  public init(
    id: Identifier, customer: Identifier, receivedAt: JSTInstant, answeredAt: JSTInstant? = nil,
    category: InquiryCategory, channel: Channel = .mail, tickets: Int = 1, subject: String = "",
    maintainer: Maintainer? = nil
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
  }
}

/// Who maintains an app (メンテナンス管理). The inquiries that name it alike share it.
public final class Maintainer: Equatable, Sendable {
  /// As exported.
  public let name: String
  /// After NFKC, trimming and lower-casing, as it is compared (TS-8).
  public let key: String

  public init(name: String, key: String) {
    self.name = name
    self.key = key
  }

  public static func == (left: Maintainer, right: Maintainer) -> Bool {
    left.name == right.name && left.key == right.key
  }
}
