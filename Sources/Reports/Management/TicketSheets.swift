import Records
import ServiceTerms

/// The sheet that sums tickets, and where the dashboard finds its figures.
struct TicketSummarySheet {
  var sheet: Sheet
  var packs: PlacedTable
  var inquiries: PlacedTable
  var inquiryCount: Int
}

extension ManagementWorkbook {
  /// Tickets granted and used, the month's inquiries by what they cost, and how fast they were answered (チケット集計).
  func ticketSummarySheet() throws(YenOverflow) -> TicketSummarySheet {
    var sheet = ReportSheet(
      .ticketSummary, self, clauses: [.ts3, .ts6, .ts7, .ts8, .ts9], notes: [labels[Heading.responseNote]])
    let packRows = try packSummaryRows()
    let packs = sheet.add(labels[Heading.ticketBalance]) { _ in
      Table(
        name: "TicketBalance",
        columns: [
          Table.Column(labels[Heading.item]), Table.Column(labels.column("tickets")),
          Table.Column(labels[Heading.yen]),
        ], rows: Rows(packRows), hasFilter: false)
    }
    let draws = monthDraws
    let inquiries = sheet.add(labels[Heading.inquiriesByState], beside: packs, column: 5) { _ in
      stateTable(draws)
    }
    sheet.add(labels[Heading.responseTimes]) { _ in responseTable }
    return TicketSummarySheet(
      sheet: sheet.finished(), packs: packs, inquiries: inquiries, inquiryCount: draws.count)
  }

  /// Granted = used + expired + remaining, over all packs.
  private func packSummaryRows() throws(YenOverflow) -> [[Cell]] {
    let packs = result.packs
    return [
      [.text(labels.column("granted")), .number(packs.reduce(0) { $0 + $1.pack.granted }), .blank],
      [.text(labels.column("used")), .number(packs.reduce(0) { $0 + $1.pack.used }), .blank],
      [.text(labels.column("expired")), .number(packs.reduce(0) { $0 + $1.expired }), .blank],
      [
        .text(labels.column("remaining")), .number(overview.ticketsLeft), .yen(overview.ticketsLeftYen),
      ],
    ]
  }

  /// The draws of inquiries received in the month.
  private var monthDraws: [TicketDraw] {
    let (inquiries, month) = (report.inquiries, report.month)
    return result.tickets.draws.filter { draw in
      guard case .export(let position) = draw.source else { return false }
      return month.contains(inquiries[Int(position)].receivedAt.day)
    }
  }

  private func stateTable(_ draws: [TicketDraw]) -> Table {
    let rows: [[Cell]] = DrawState.allCases.map { state in
      let drawn = draws.filter { $0.state == state }
      return [
        .text(labels[state]), .number(drawn.count), .number(drawn.reduce(0) { $0 + Int($1.tickets) }),
      ]
    }
    return Table(
      name: "InquiriesByState",
      columns: [
        Table.Column(labels.column("state"), total: .label(labels[Heading.total])),
        Table.Column(labels[Heading.inquiryCount], total: .sum),
        Table.Column(labels.column("tickets"), total: .sum),
      ], rows: Rows(rows), hasFilter: false)
  }

  /// Of the inquiries answered in the month, by category; and how many are not answered yet.
  private var responseTable: Table {
    let inquiries = report.inquiries
    var minutes: [InquiryCategory: [Int32]] = [:]
    var unanswered: [InquiryCategory: Int] = [:]
    for draw in result.tickets.draws {
      guard case .export(let position) = draw.source else { continue }
      let category = inquiries[Int(position)].category
      if let answered = report.frame.happened(inquiries[Int(position)].answeredAt),
        let taken = draw.responseMinutes
      {
        if report.month.contains(answered.day) { minutes[category, default: []].append(taken) }
      } else {
        unanswered[category, default: 0] += 1
      }
    }
    let rows: [[Cell]] = InquiryCategory.allCases.compactMap { category in
      let spread = Spread(lowIsGood: minutes[category] ?? [])
      guard spread != nil || unanswered[category] != nil else { return nil }
      return [.text(labels[category]), .number(unanswered[category] ?? 0)]
        + (spread?.cells ?? [.number(0), .blank, .blank, .blank])
    }
    let headings = [labels.column("category"), labels[Heading.unanswered], labels[Heading.answered]]
    return Table(
      name: "ResponseTimes",
      columns: headings.map { Table.Column($0) } + spreadColumns.dropFirst(), rows: Rows(rows),
      hasFilter: false, emptyNote: labels[Heading.none])
  }

  /// The inquiries received in the month, and earlier ones that are unanswered or unfunded (チケット利用); what only the ledger
  /// still has of these has no subject and no answer.
  func inquiriesSheet() -> Sheet {
    var sheet = ReportSheet(
      .inquiries, self, clauses: [.ts6, .ts7, .ts8], notes: [labels[Heading.inquiriesNote]])
    let (report, frame, tickets) = (report, report.frame, result.tickets)
    let inquiries = report.inquiries
    let draws = result.tickets.draws.filter { draw in
      guard draw.state != .unfunded, case .export(let position) = draw.source else {
        return draw.state == .unfunded
      }
      return frame.happened(inquiries[Int(position)].answeredAt) == nil
        || frame.month.contains(inquiries[Int(position)].receivedAt.day)
    }
    let states: CodeTable<DrawState, Cell> = labels.cells()
    let categories: CodeTable<InquiryCategory, Cell> = labels.cells()
    sheet.add { _ in
      Table(
        name: "Inquiries", columns: inquiryColumns,
        rows: Rows(draws) { draw, row in
          let facts = report.facts(of: draw)
          let inquiry: TicketUse? =
            if case .export(let position) = draw.source { inquiries[Int(position)] } else { nil }
          row.add(facts.id.text)
          row.add(facts.customer.text)
          row.add(.instant(facts.receivedAt))
          row.add(categories[facts.category])
          row.add(inquiry?.subject ?? "")
          row.add(states[draw.state])
          row.add(.number(Int(draw.tickets)))
          row.add(tickets.text(of: draw))
          row.add(.instant(frame.happened(inquiry?.answeredAt)))
          row.add(.number(draw.responseMinutes.map { Int($0) }))
        }, emptyNote: labels[Heading.none])
    }
    return sheet.finished()
  }

  private var inquiryColumns: [Table.Column] {
    let names = [
      "usage_id", "customer_id", "received_at", "category", "subject", "state", "tickets", "packs",
      "answered_at", "response_minutes",
    ]
    return names.map { name in
      var column = Table.Column(labels.column(name))
      switch name {
      case "usage_id": column.total = .label(labels[Heading.total])
      case "customer_id": column.total = .count
      case "tickets": column.total = .sum
      case "state": column.conditions = [Condition.Rule(.equals(labels[DrawState.unfunded]), .bad)]
      default: break
      }
      return column
    }
  }

  /// What every pack had and has left (チケットパック).
  func packsSheet() -> Sheet {
    var sheet = ReportSheet(.packs, self, clauses: [.ts9])
    let last = report.month.lastDay
    let names: [Identifier: String] = Dictionary(
      contracts.filter { $0.service == .technicalSupport }.map { ($0.customer, $0.customerName) },
      uniquingKeysWith: { first, _ in first })
    sheet.add { _ in
      Table(
        name: "Packs", columns: packColumns,
        rows: Rows(result.packs) { balance, row in
          row.add(balance.pack.contract.text)
          row.add(names[balance.pack.customer] ?? "")
          row.add(balance.pack.customer.text)
          row.add(.day(balance.pack.startsOn))
          row.add(.day(balance.pack.endsOn))
          row.add(.number(max(0, balance.pack.lastDay - last)))
          row.add(.number(balance.pack.granted))
          row.add(.number(balance.pack.used))
          row.add(.number(balance.expired))
          row.add(.number(balance.remaining))
          row.add(.yen(balance.unusedYen))
        }, emptyNote: labels[Heading.none])
    }
    return sheet.finished()
  }

  private var packColumns: [Table.Column] {
    let names = [
      "contract_id", "customer_name", "customer_id", "starts_on", "ends_on", "days_left", "granted", "used",
      "expired", "remaining", "unused_yen",
    ]
    return names.map { name in
      var column = Table.Column(labels.column(name))
      switch name {
      case "contract_id": column.total = .label(labels[Heading.total])
      case "granted", "used", "expired", "remaining", "unused_yen": column.total = .sum
      default: break
      }
      return column
    }
  }
}
