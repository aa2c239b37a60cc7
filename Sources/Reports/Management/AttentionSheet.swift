import Records
import ServiceTerms

extension ManagementWorkbook {
  /// Missed targets of the month, then every open case (未達・要注意), each with the most urgent first.
  func attentionSheet() -> Sheet {
    var sheet = ReportSheet(
      .attention, self, clauses: [.ar1, .on3, .on4, .on6, .od2], notes: [labels[Heading.attentionNote]])
    let positions = overview.missed + overview.open
    let (outcomes, cases, contracts, frame) = (result.outcomes, cases, contracts, report.frame)
    let codes = CaseCodes(labels)
    sheet.add { _ in
      Table(
        name: "Attention", columns: attentionColumns,
        rows: Rows(count: positions.count) { index, row in
          let outcome = outcomes[positions[index]]
          let caseIndex = Int(outcome.caseIndex)
          let contract = outcome.contractIndex.map { contracts[Int($0)] }
          row.add(codes.verdicts[outcome.verdict])
          row.add(cases[caseIndex].id.text)
          row.add(contract?.customerName ?? "")
          row.add((contract?.service).map { codes.services[$0] } ?? .blank)
          row.add((contract?.region).map { codes.regions[$0] } ?? .blank)
          row.add(.instant(cases[caseIndex].receivedAt))
          row.add(.instant(frame.happened(cases[caseIndex].isolatedAt)))
          row.add(outcome.rule.map { .text($0.id) } ?? .blank)
          row.add(.deadline(outcome.deadline))
          row.add(.instant(outcome.eventAt))
          row.add(outcome.hoursLate(at: frame.asOf).map { .decimal($0) } ?? .blank)
          row.add(outcome.isOpen ? .number(frame.month.lastDay - cases[caseIndex].receivedAt.day) : .blank)
        }, emptyNote: labels[Heading.none])
    }
    return sheet.finished()
  }

  private var attentionColumns: [Table.Column] {
    let names = [
      "case_id", "customer_name", "service", "region", "received_at", "isolated_at", "rule", "deadline",
      "event_at",
    ]
    let verdict = Table.Column(
      labels.column("verdict"), total: .label(labels[Heading.total]),
      conditions: [
        Condition.Rule(.equals(labels[Verdict.missed]), .bad),
        Condition.Rule(.equals(labels[Verdict.pending]), .warning),
      ])
    let named = names.map { Table.Column(labels.column($0), total: $0 == "case_id" ? .count : nil) }
    return [verdict] + named + [
      Table.Column(labels[Heading.hoursLate], conditions: [Condition.Rule(.dataBar(.sand))]),
      Table.Column(labels[Heading.daysOpen]),
    ]
  }

  /// Cases that a closed month counted otherwise (判定の訂正).
  func restatementsSheet() -> Sheet {
    var sheet = ReportSheet(.restatements, self, notes: [labels[Heading.restatementNote]])
    let (restatements, cases) = (result.restatements, cases)
    let contractOf = Dictionary(
      uniqueKeysWithValues: result.outcomes.filter { _ in !restatements.isEmpty }
        .map { ($0.caseIndex, $0.contractIndex) })
    let rows: [[Cell]] = restatements.map { restatement in
      let contract = contract(contractOf[restatement.caseIndex] ?? nil)
      return [
        .text(cases[Int(restatement.caseIndex)].id.text), .text(contract?.customerName ?? ""),
        contract.map { .text(labels.short($0.service)) } ?? .blank,
        .text(restatement.counted.month.description),
        .text(labels[restatement.counted.verdict]), .text(reason(restatement.counted.reason)),
        .text(labels[restatement.verdict]), .text(reason(restatement.reason)),
      ]
    }
    let headings =
      ["case_id", "customer_name", "service", "month"].map { labels.column($0) }
      + [Heading.countedVerdict, .countedReason, .newVerdict, .newReason].map { labels[$0] }
    sheet.add { _ in
      Table(
        name: "Restatements", columns: headings.map { Table.Column($0) }, rows: Rows(rows),
        emptyNote: labels[Heading.none])
    }
    return sheet.finished()
  }

  private func reason(_ code: String?) -> String { code.map { labels[.reasons, $0] } ?? "" }
}

extension CaseOutcome {
  /// From the deadline to the event, or to as-of where nothing has happened yet; nil where it is not late.
  func hoursLate(at asOf: JSTInstant) -> Double? {
    guard verdict == .missed, let deadline else { return nil }
    let seconds = (eventAt ?? asOf) - deadline.instant
    return Double(seconds / 360) / 10
  }
}
