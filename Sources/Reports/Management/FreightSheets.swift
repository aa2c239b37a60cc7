import Records
import ServiceTerms

extension ManagementWorkbook {
  /// The legs shipped in the month, and earlier ones that are still unresolved (送料).
  func freightSheet() -> Sheet {
    var sheet = ReportSheet(.freight, self, clauses: [.sb6, .on7], notes: [labels[Heading.freightNote]])
    let legs = result.legs.filter { $0.month == report.month || $0.state == .unresolved }
    let (cases, contracts) = (cases, contracts)
    let codes = FreightCodes(labels)
    sheet.add { _ in
      Table(
        name: "Freight", columns: freightColumns,
        rows: Rows(legs) { leg, row in
          let caseIndex = Int(leg.caseIndex)
          let contract = leg.contractIndex.map { contracts[Int($0)] }
          let shipment = cases[caseIndex].shipment(leg.leg)
          row.add(cases[caseIndex].id.text)
          row.add(codes.legs[leg.leg])
          row.add(contract?.customerName ?? "")
          row.add((contract?.service).map { codes.services[$0] } ?? .blank)
          row.add(.day(leg.shippedOn))
          row.add(codes.terms[leg.terms])
          row.add(codes.parties[leg.billedParty])
          row.add(codes.parties[leg.bearer])
          row.add(.yen(leg.amount))
          row.add(codes.settlements[leg.settlement])
          row.add(codes.states[leg.state])
          row.add(shipment.carrier)
          row.add(shipment.trackingNumber)
        }, emptyNote: labels[Heading.none])
    }
    return sheet.finished()
  }

  private var freightColumns: [Table.Column] {
    let names = [
      "case_id", "leg", "customer_name", "service", "shipped_on", "terms", "billed_party", "bearer", "amount",
      "settlement", "state", "carrier", "tracking_no",
    ]
    return names.map { name in
      var column = Table.Column(labels.column(name))
      switch name {
      case "case_id": column.total = .label(labels[Heading.total])
      case "leg": column.total = .count
      case "amount": column.total = .sum
      case "state":
        column.conditions = [
          Condition.Rule(.equals(labels[FreightState.unresolved]), .warning),
          Condition.Rule(.equals(labels[FreightState.onsite]), .warning),
        ]
      default: break
      }
      return column
    }
  }

  /// The courier's statement against the cases (運賃照合).
  func reconciliationSheet() -> Sheet {
    var sheet = ReportSheet(
      .reconciliation, self, clauses: [.sb6], notes: [labels[Heading.reconciliationNote]])
    let (lines, legs, cases) = (report.reconciledLines, result.legs, cases)
    let statement = report.exports.courier?.rows ?? []
    let states: CodeTable<ReconciliationState, Cell> = labels.cells()
    let legNames: CodeTable<Leg, Cell> = labels.cells()
    sheet.add { _ in
      Table(
        name: "Reconciliation", columns: reconciliationColumns,
        rows: Rows(lines) { line, row in
          let billed = line.statementIndex.map { statement[Int($0)] }
          let leg = line.legIndex.map { legs[Int($0)] }
          let shipment = leg.map { cases[Int($0.caseIndex)].shipment($0.leg) }
          row.add(states[line.state])
          row.add(billed?.id.text ?? "")
          row.add(billed?.trackingNumber ?? shipment?.trackingNumber ?? "")
          row.add(.day(billed?.shippedOn ?? leg?.shippedOn))
          row.add(billed?.carrier ?? shipment?.carrier ?? "")
          row.add(.yen(billed?.amount))
          row.add(leg.map { .text(cases[Int($0.caseIndex)].id.text) } ?? .blank)
          row.add(leg.flatMap { legNames[$0.leg] } ?? .blank)
          row.add(.yen(leg?.amount))
        },
        emptyNote: labels[report.exports.courier == nil ? Heading.noStatement : .none])
    }
    return sheet.finished()
  }

  private var reconciliationColumns: [Table.Column] {
    let names = [
      "state", "line_id", "tracking_no", "shipped_on", "carrier", "amount", "case_id", "leg", "leg_amount",
    ]
    return names.map { name in
      var column = Table.Column(labels.column(name))
      switch name {
      case "state":
        column.total = .label(labels[Heading.total])
        column.conditions =
          [Condition.Rule(.equals(labels[ReconciliationState.matched]), .good)]
          + [ReconciliationState.amountDiffers, .billedTwice, .notOurs]
          .map { Condition.Rule(.equals(labels[$0]), .bad) }
          + [ReconciliationState.notInCases, .notOnStatement]
          .map { Condition.Rule(.equals(labels[$0]), .warning) }
      case "amount", "leg_amount": column.total = .sum
      default: break
      }
      return column
    }
  }
}

/// The labels of the codes of a leg, looked up once for all rows.
private struct FreightCodes {
  let legs: CodeTable<Leg, Cell>
  let services: CodeTable<ServiceCode, Cell>
  let terms: CodeTable<FreightTerms, Cell>
  let parties: CodeTable<Party, Cell>
  let settlements: CodeTable<Settlement, Cell>
  let states: CodeTable<FreightState, Cell>

  init(_ labels: Labels) {
    legs = labels.cells()
    services = labels.shortServices
    terms = labels.cells()
    parties = labels.cells()
    settlements = labels.cells()
    states = labels.cells()
  }
}
