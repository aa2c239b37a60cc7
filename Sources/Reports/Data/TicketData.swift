import Records
import ServiceTerms

extension MonthReport {
  /// `tickets.csv`: the inquiries of the file to as-of and what they drew (チケット利用), by usage id.
  public var ticketsData: CSVTable {
    let (draws, tickets, inquiries) = (exportedDraws, result.tickets, inquiries)
    return CSVTable(
      name: "tickets.csv",
      columns: [
        "usage_id", "customer_id", "received_at", "category", "state", "tickets", "packs", "response_minutes",
      ], count: draws.count
    ) { index, row in
      let draw = draws[index]
      guard case .export(let place) = draw.source else { return }
      let position = Int(place)
      row.add(inquiries[position].id)
      row.add(inquiries[position].customer)
      row.add(inquiries[position].receivedAt)
      row.add(inquiries[position].category)
      row.add(draw.state)
      row.add(Int(draw.tickets))
      row.add(tickets.text(of: draw))
      row.add(draw.responseMinutes.map { Int($0) })
    }
  }

  /// The draws of inquiries that the export has; the same array, not a copy, where it has them all.
  var exportedDraws: [TicketDraw] {
    let draws = result.tickets.draws
    return draws.allSatisfy(\.isOfExport) ? draws : draws.filter(\.isOfExport)
  }

  /// `packs.csv`: packs that start by the month's last day (チケットパック残高), by contract id, then start.
  public var packsData: CSVTable {
    let packs = result.packs
    return CSVTable(
      name: "packs.csv",
      columns: [
        "contract_id", "customer_id", "starts_on", "ends_on", "granted", "used", "expired", "remaining",
        "unused_yen",
      ], count: packs.count
    ) { index, row in
      let balance = packs[index]
      row.add(balance.pack.contract)
      row.add(balance.pack.customer)
      row.add(balance.pack.startsOn)
      row.add(balance.pack.endsOn)
      row.add(balance.pack.granted)
      row.add(balance.pack.used)
      row.add(balance.expired)
      row.add(balance.remaining)
      row.add(balance.unusedYen)
    }
  }
}

extension TicketDraw {
  var isOfExport: Bool {
    if case .export = source { true } else { false }
  }
}

extension TicketAccounts {
  /// `T-001:2+T-002:1`, in the order drawn; empty where nothing was.
  func text(of draw: TicketDraw) -> String {
    shares(of: draw).map { "\(packs[Int($0.pack)].contract):\($0.tickets)" }.joined(separator: "+")
  }
}
