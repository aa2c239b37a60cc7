import Records
import ServiceTerms

/// The mail to managers (要約メール): what needs a decision first, then the figures.
struct SummaryText {
  let report: MonthReport
  let overview: MonthOverview
  let labels: Labels

  /// How many of each concern are named.
  private static let named = 5

  static let shape: [String: TextShape] = [
    "month": .value, "as_of": .value, "state": .value, "company": .value,
    "concerns": .section([
      "name": .value, "count": .value, "any": .flag, "more": .value, "has_more": .flag,
      "items": .section(["key": .value, "detail": .value, "customer": .value]),
    ]),
    "attainment": .value, "change": .value, "met": .value, "missed": .value, "overdue": .value,
    "open": .value,
    "awaiting": .value, "no_target": .value, "not_judged": .value, "excluded": .value,
    "freight_ours": .value, "freight_theirs": .value, "tickets_left": .value, "tickets_left_yen": .value,
    "unfunded": .value,
    "services": .section([
      "service": .value, "attainment": .value, "met": .value, "missed": .value, "open": .value,
    ]),
    "has_trend": .flag,
    "trend": .section(["label": .value, "attainment": .value, "met": .value, "missed": .value]),
    "windows": .section(["days": .value, "count": .value, "fee": .value]),
    "ages": .section(["age": .value, "count": .value]),
    "errors": .value, "warnings": .value, "notices": .value, "rejected": .value,
  ]

  var context: TextContext {
    var context = TextContext()
    context.set("month", labels.month(report.month))
    context.set("as_of", labels.phrase(.asOf, ["day": labels.day(report.month.lastDay)]))
    context.set("state", labels[report.isFinal ? Heading.final : Heading.draft])
    context["company"] = .value(TextCell(line: labels.name(of: report.company)))
    context["concerns"] = .list(concerns)
    addFigures(to: &context)
    context["services"] = .list(services)
    let trend = trend
    context["has_trend"] = .flag(!trend.isEmpty)
    context["trend"] = .list(trend)
    context["windows"] = .list(
      overview.renewalWindows.map {
        TextContext([
          "days": TextCell($0.days), "count": TextCell($0.count), "fee": TextCell($0.fee.amount),
        ])
      })
    context["ages"] = .list(ages)
    for (name, severity) in [
      ("errors", Finding.Severity.error), ("warnings", .warning), ("notices", .notice),
    ] {
      context.set(name, report.findings.count { $0.severity == severity })
    }
    context.set("rejected", overview.rejectedRows)
    return context
  }

  private var concerns: [TextContext] {
    let concerns = Concerns(report: report, overview: overview, labels: labels)
    return Concern.allCases.map { concern in
      let count = concerns.count(concern)
      let items = concerns.items(concern, limit: Self.named)
      var context = TextContext(["name": TextCell(labels[concern]), "count": TextCell(count)])
      context["any"] = .flag(count > 0)
      context["items"] = .list(
        items.map {
          TextContext([
            "key": TextCell(line: $0.key), "detail": TextCell($0.detail),
            "customer": TextCell(line: $0.customer),
          ])
        })
      let isComplete = concern == .rejected || items.count == count
      context.set("more", labels.phrase(.andMore, ["count": (count - items.count).grouped]))
      context["has_more"] = .flag(!isComplete)
      return context
    }
  }

  private func addFigures(to context: inout TextContext) {
    let counts = overview.counts
    context["attainment"] = .value(attainment(counts))
    context.set("change", overview.changeText(labels))
    context.set("met", counts.met)
    context.set("missed", counts.missed)
    context.set("overdue", overview.overdue)
    context.set("open", counts.open)
    context.set("awaiting", overview.awaitingIsolation)
    context.set("no_target", counts.noTarget)
    context.set("not_judged", counts.notJudged)
    context.set("excluded", counts.excluded)
    context.set("freight_ours", overview.freight.ours.amount)
    context.set("freight_theirs", overview.freight.theirs.amount)
    context.set("tickets_left", overview.ticketsLeft)
    context.set("tickets_left_yen", overview.ticketsLeftYen.amount)
    context.set("unfunded", overview.unfunded.count)
  }

  private func attainment(_ counts: AttainmentCounts) -> TextCell {
    TextCell(percent(counts.attainmentPermille), share: counts.attainmentPermille)
  }

  private var services: [TextContext] {
    ServiceCode.allCases.compactMap { service in
      let counts = report.result.summary.counts(of: service)
      guard counts.total > 0 else { return nil }
      return TextContext([
        "service": TextCell(labels.short(service)), "attainment": attainment(counts),
        "met": TextCell(counts.met), "missed": TextCell(counts.missed), "open": TextCell(counts.open),
      ])
    }
  }

  /// Eleven months from the ledger and this one.
  private var trend: [TextContext] {
    guard !report.history.isEmpty else { return [] }
    let months = report.history.suffix(11).map { ($0.month, $0.all) } + [(report.month, overview.counts)]
    return months.map { month, counts in
      TextContext([
        "label": TextCell(month.description), "attainment": attainment(counts), "met": TextCell(counts.met),
        "missed": TextCell(counts.missed),
      ])
    }
  }

  private var ages: [TextContext] {
    let parts = report.result.unreturned
    return AgeBucket.allCases.map { bucket in
      let count = parts.count { $0.bucket == bucket }
      return TextContext([
        "age": TextCell(bucket.rawValue),
        "count": TextCell(count, share: parts.isEmpty ? 0 : count * 1000 / parts.count),
      ])
    }
  }
}
