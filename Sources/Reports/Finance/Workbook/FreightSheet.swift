import Billing
import Records
import ServiceTerms

extension BillingWorkbook {
  /// Which side bears an amount that a carrier billed (負担区分).
  private enum Side: String {
    case own = "own_side"
    case advances, others
  }

  /// The sheet of freight, and its reconciliation for the control totals.
  struct FreightSheet {
    var sheet: Sheet
    /// Nil without a courier statement.
    var reconciliation: PlacedTable?
  }

  /// Freight by who bears it, held against the courier's statement (送料照合).
  ///
  /// > Terms: SB-6
  func freightSheet() -> FreightSheet {
    let hasStatement = report.month.result.reconciliation != nil
    var sheet = sheet(.freight, clauses: [.sb6], notes: [hasStatement ? .freightNote : .noStatement])
    let lines = report.month.reconciledLines
    var reconciliation: PlacedTable?
    if hasStatement {
      // The summary stands above the lines that its formulas add up: three sides and their head, a blank row, a heading.
      sheet.add(labels[FinanceHeading.sides]) { origin in
        sidesTable(lines, body: Address(row: origin.row + 8, column: 1))
      }
      reconciliation = sheet.add(labels[FinanceHeading.reconciliation]) { _ in reconciliationTable(lines) }
    }
    return FreightSheet(sheet: sheet.finished(), reconciliation: reconciliation)
  }

  /// The legs of the month (発送明細), with who was billed and who bears it.
  ///
  /// > Terms: SB-6
  func legsSheet() -> Sheet {
    var sheet = sheet(.legs, clauses: [.sb6])
    sheet.add { _ in legsTable }
    return sheet.finished()
  }

  private func side(_ line: ReconciledLine) -> Side? {
    guard line.statementIndex != nil else { return nil }
    guard line.state == .matched, let leg = line.legIndex.map({ report.month.result.legs[Int($0)] }) else {
      return .others
    }
    return leg.bearer == .center ? .own : .advances
  }

  private func label(_ side: Side) -> String { labels[.finance, side.rawValue] }

  /// Own side + advances + others = the statement's total; `body` is the first row of the reconciliation.
  private func sidesTable(_ lines: [ReconciledLine], body: Address) -> Table {
    let statement = report.month.exports.courier?.rows ?? []
    let last = body.row + max(1, lines.count) - 1
    let rows: [[Cell]] = [Side.own, .advances, .others].map { side in
      let own = lines.filter { self.side($0) == side }
      let total = sum(own.compactMap { $0.statementIndex.map { statement[Int($0)].amount } })
      let name = label(side)
      return [
        .text(name), .number(own.count),
        .formula(
          "SUMIFS(F\(body.row):F\(last),H\(body.row):H\(last),\"\(name)\")", total),
      ]
    }
    return Table(
      name: "FreightBySide",
      columns: [
        column(.side, total: .label(labels[FinanceHeading.statementTotal])), column(.documents, total: .sum),
        column("amount", total: .sum),
      ], rows: Rows(rows), hasFilter: false)
  }

  private func reconciliationTable(_ lines: [ReconciledLine]) -> Table {
    let month = report.month
    let statement = month.exports.courier?.rows ?? []
    let sides = lines.map { side($0).map(label) ?? "" }
    return Table(
      name: "Reconciliation",
      columns: [
        column("line_id", total: totalLabel), column("tracking_no"), column("carrier"), column("shipped_on"),
        column("terms"), column("amount", total: .sum), column("state"), column(.side), column("case_id"),
        column("leg"), column("leg_amount"), column(.difference, conditions: differs),
      ],
      rows: Rows(count: lines.count) { [labels] index, row in
        let line = lines[index]
        let billed = line.statementIndex.map { statement[Int($0)] }
        let leg = line.legIndex.map { month.result.legs[Int($0)] }
        let shipment = leg.map { month.cases[Int($0.caseIndex)].shipment($0.leg) }
        row.add(billed?.id.text ?? "")
        row.add(billed?.trackingNumber ?? shipment?.trackingNumber ?? "")
        row.add(billed?.carrier ?? shipment?.carrier ?? "")
        row.add(.day(billed?.shippedOn ?? leg?.shippedOn))
        row.add((billed?.terms ?? leg?.terms).map { labels[$0] } ?? "")
        row.add(.yen(billed?.amount))
        row.add(.text(labels[line.state]), line.state == .matched ? nil : .warning)
        row.add(sides[index])
        row.add(leg.map { month.cases[Int($0.caseIndex)].id.text } ?? "")
        row.add(leg.map { labels[$0.leg] } ?? "")
        row.add(.yen(leg?.amount))
        if let amount = billed?.amount, let known = leg?.amount, line.state == .amountDiffers {
          row.add(.yen(try? amount - known))
        } else {
          row.add(.blank)
        }
      }, emptyNote: labels[FinanceHeading.none])
  }

  private var legsTable: Table {
    let month = report.month
    let legs = month.result.legs.filter { $0.month == month.month }
    return Table(
      name: "FreightLegs",
      columns: [
        column("case_id", total: totalLabel), column("leg"), column("customer_id"), column("shipped_on"),
        column("carrier"), column("tracking_no"), column("terms"), column("billed_party"), column("bearer"),
        column("amount", total: .sum), column("settlement"), column("state"),
      ],
      rows: Rows(count: legs.count) { [labels] index, row in
        let leg = legs[index]
        let supportCase = month.cases[Int(leg.caseIndex)]
        let shipment = supportCase.shipment(leg.leg)
        row.add(supportCase.id.text)
        row.add(labels[leg.leg])
        row.add(leg.contractIndex.map { month.contracts[Int($0)].customer.text } ?? "")
        row.add(.day(leg.shippedOn))
        row.add(shipment.carrier)
        row.add(shipment.trackingNumber)
        row.add(labels[leg.terms])
        row.add(labels[leg.billedParty])
        row.add(labels[leg.bearer])
        row.add(.yen(leg.amount))
        row.add(labels[leg.settlement])
        row.add(.text(labels[leg.state]), leg.state == .unresolved ? .warning : nil)
      }, emptyNote: labels[FinanceHeading.none])
  }
}
