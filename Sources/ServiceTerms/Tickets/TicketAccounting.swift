public import Records

/// Draws the inquiries of a month on the customers' packs (チケット計算).
///
/// Draws that an earlier close posted stand; the others are drawn in the order (received_at, usage_id).
///
/// > Terms: TS-6, TS-7, TS-8, TS-9
public struct TicketAccounting: Sendable {
  private let frame: MonthFrame
  private let inquiries: Inquiries
  private let warnings: InquiryWarnings
  private let assessment: InquiryAssessment
  /// The place of each inquiry in the ledger; empty without books.
  private let posted: [Identifier: Int]
  private let register: PackRegister

  public init(frame: MonthFrame, book: ContractBook, inquiries: Export<TicketUse>, closed: ClosedMonths) {
    self.frame = frame
    self.inquiries = Inquiries(exported: inquiries, posted: closed.inquiries)
    warnings = InquiryWarnings(frame: frame, inquiries: self.inquiries)
    assessment = InquiryAssessment(frame: frame, cover: MaintenanceCover(book: book))
    posted = Dictionary(
      closed.inquiries.enumerated().map { ($1.facts.id, $0) }, uniquingKeysWith: { first, _ in first })
    register = PackRegister(frame: frame, book: book, closed: closed)
  }

  /// Every inquiry assessed and drawn.
  func accounts() throws(CalendarFault) -> TicketAccounts {
    drawing(of: [try assess(inquiries.exported.rows.indices)]).accounts()
  }

  // MARK: What stands, and what is still to be drawn

  /// Assesses the exported inquiries at `positions`.
  public func assess(_ positions: Range<Int>) throws(CalendarFault) -> AssessedInquiries {
    let rows = inquiries.exported.rows
    var part = AssessedInquiries()
    part.draws.reserveCapacity(positions.count)
    for index in positions {
      guard frame.happened(rows[index].receivedAt) != nil else { continue }
      if let finding = warnings.aboutChannel(of: index) { part.findings.append(finding) }
      // Without books nothing is looked up.
      var earlier = posted.isEmpty ? nil : posted[rows[index].id].map { inquiries.posted[$0] }
      if let known = earlier, !known.facts.isSame(as: rows[index]) {
        part.findings.append(warnings.aboutChange(of: index))
        earlier = nil
      }
      take(
        .export(Int32(index)), posted: earlier, responseMinutes: try responseMinutes(of: rows[index]),
        into: &part)
    }
    // The whole is put in order later, which is quick where its parts are.
    part.pending = inquiries.byReception(part.pending, of: part.draws)
    return part
  }

  /// What only the ledger has: it stays as it was posted, and unfunded inquiries are taken up again.
  private func assessLedgerOnly() -> AssessedInquiries {
    var part = AssessedInquiries()
    guard !inquiries.posted.isEmpty else { return part }
    let exported = Set(inquiries.exported.rows.lazy.map(\.id))
    for (index, posted) in inquiries.posted.enumerated() where !exported.contains(posted.facts.id) {
      take(.ledger(Int32(index)), posted: posted, responseMinutes: nil, into: &part)
    }
    return part
  }

  /// Keeps the draw that was posted where it can stand, else puts the inquiry among those to be drawn.
  private func take(
    _ source: TicketDraw.Source, posted: PostedInquiry?, responseMinutes: Int32?,
    into part: inout AssessedInquiries
  ) {
    var draw = TicketDraw(
      source: source, state: .drawn, tickets: 0, responseMinutes: responseMinutes, isPosted: false)
    if let posted, posted.state != .unfunded, let shares = standingShares(of: posted) {
      draw.isPosted = true
      draw.state = posted.state
      draw.tickets = Int16(clamping: posted.shares.reduce(0) { $0 + $1.tickets })
      draw.firstShare = Int32(part.shares.count)
      draw.shareCount = Int16(shares.count)
      part.shares += shares
    } else {
      let facts = inquiries.facts(of: source)
      draw.state = assessment.state(of: facts)
      if draw.state == .drawn { draw.tickets = Int16(clamping: facts.tickets) }
      if draw.tickets > 0 {
        if let place = register.place(of: facts.customer) {
          part.pending.append(
            PendingDraw(receivedAt: facts.receivedAt, position: Int32(part.draws.count), place: Int32(place)))
        } else {
          draw.state = .unfunded
        }
      }
    }
    part.draws.append(draw)
  }

  /// The shares of a posted draw on the packs as they stand now; nil where one of its packs no longer exists.
  private func standingShares(of posted: PostedInquiry) -> [DrawnShare]? {
    var shares: [DrawnShare] = []
    for share in posted.shares {
      guard let pack = register.position(of: share, on: posted.facts.receivedAt.day) else { return nil }
      shares.append(DrawnShare(pack: pack, tickets: Int16(clamping: share.tickets)))
    }
    return shares
  }

  /// From effective reception to the answer, in business minutes; nil while unanswered.
  ///
  /// > Terms: TS-3, TS-5
  private func responseMinutes(of inquiry: TicketUse) throws(CalendarFault) -> Int32? {
    guard let answered = frame.happened(inquiry.answeredAt) else { return nil }
    let rules = frame.ruleBook(on: inquiry.receivedAt.day)
    let effective = try rules.calendar.effectiveReception(
      inquiry.receivedAt, rules.reception(of: .technicalSupport))
    return Int32(clamping: try rules.calendar.businessMinutes(from: effective, to: answered))
  }

  // MARK: Drawing

  /// The draws that are to be made, from the parts of `assess` in their order.
  ///
  /// Each part is given back as soon as it stands in the whole: a giant month would not fit twice.
  public func drawing(of parts: consuming [AssessedInquiries]) -> TicketDrawing {
    let drawing = TicketDrawing(frame: frame, inquiries: inquiries, register: register)
    for index in parts.indices {
      drawing.take(parts[index])
      parts[index] = AssessedInquiries()
    }
    drawing.take(assessLedgerOnly())
    return drawing
  }
}
