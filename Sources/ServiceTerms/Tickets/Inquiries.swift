public import Records

/// The month's inquiries with those that only the ledger still has (問い合わせ一覧).
struct Inquiries {
  let exported: Export<TicketUse>
  let posted: [PostedInquiry]

  func facts(of source: TicketDraw.Source) -> PostedInquiry.Facts {
    switch source {
    case .export(let index): PostedInquiry.Facts(exported.rows[Int(index)])
    case .ledger(let index): posted[Int(index)].facts
    }
  }

  func id(of source: TicketDraw.Source) -> Identifier {
    switch source {
    case .export(let index): exported.rows[Int(index)].id
    case .ledger(let index): posted[Int(index)].facts.id
    }
  }

  /// The order in which draws are made: by (received_at, usage_id).
  func byReception(_ pending: [PendingDraw], of draws: [TicketDraw]) -> [PendingDraw] {
    pending.sortedUnlessSorted { left, right in
      guard left.receivedAt == right.receivedAt else { return left.receivedAt < right.receivedAt }
      return id(of: draws[Int(left.position)].source) < id(of: draws[Int(right.position)].source)
    }
  }
}

extension PostedInquiry.Facts {
  public init(_ inquiry: TicketUse) {
    self.init(
      id: inquiry.id, customer: inquiry.customer, receivedAt: inquiry.receivedAt, category: inquiry.category,
      maintainerKey: inquiry.maintainer?.key ?? "", tickets: Int(inquiry.tickets))
  }

  /// Whether nothing changed for which a posted draw would be given back.
  func isSame(as inquiry: TicketUse) -> Bool {
    customer == inquiry.customer && category == inquiry.category
      && maintainerKey == inquiry.maintainer?.key ?? "" && tickets == Int(inquiry.tickets)
  }
}
