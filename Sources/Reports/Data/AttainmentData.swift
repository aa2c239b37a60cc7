import Records
import ServiceTerms

extension MonthReport {
  /// `sla.csv`: every accepted case received by as-of and its verdict (SLA判定), by case id.
  public var slaData: CSVTable {
    let (outcomes, cases, contracts, frame) = (result.outcomes, cases, contracts, frame)
    return CSVTable(
      name: "sla.csv",
      columns: [
        "case_id", "contract_id", "customer_id", "service", "region", "received_at", "effective_received_at",
        "isolated_at", "rule", "rule_deadline", "agreed_visit_at", "deadline", "basis", "event_at", "verdict",
        "reason", "month", "margin_minutes", "isolation_minutes",
      ], count: outcomes.count
    ) { index, row in
      let outcome = outcomes[index]
      let caseIndex = Int(outcome.caseIndex)
      row.add(cases[caseIndex].id)
      row.add(cases[caseIndex].contract)
      if let contractIndex = outcome.contractIndex.map({ Int($0) }) {
        row.add(contracts[contractIndex].customer)
        row.add(contracts[contractIndex].service)
        row.add(contracts[contractIndex].region)
      } else {
        for _ in 1...3 { row.blank() }
      }
      row.add(cases[caseIndex].receivedAt)
      row.add(outcome.effectiveReceivedAt)
      row.add(frame.happened(cases[caseIndex].isolatedAt))
      row.add(outcome.rule)
      row.add(outcome.ruleDeadline)
      row.add(cases[caseIndex].agreedVisitAt)
      row.add(outcome.deadline)
      row.add(outcome.basis)
      row.add(outcome.eventAt)
      row.add(outcome.verdict)
      row.add(outcome.reason ?? "")
      row.add(outcome.month)
      row.add(outcome.marginMinutes)
      row.add(outcome.isolationMinutes.map { Int($0) })
    }
  }

  /// `sla_summary.csv`: attainment by service and region (サービス・地域別達成率).
  public var slaSummaryData: CSVTable {
    let rows = result.summary.rows
    return CSVTable(
      name: "sla_summary.csv",
      columns: [
        "service", "region", "met", "missed", "no_target", "not_judged", "excluded", "open",
        "attainment_permille",
      ], count: rows.count
    ) { index, row in
      let counts = rows[index].counts
      row.add(rows[index].service.code)
      row.add(rows[index].region.code)
      row.add(counts.met)
      row.add(counts.missed)
      row.add(counts.noTarget)
      row.add(counts.notJudged)
      row.add(counts.excluded)
      row.add(counts.open)
      row.add(counts.attainmentPermille)
    }
  }
}
