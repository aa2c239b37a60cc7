import Records
import Testing

@testable import ServiceTerms

@Suite("The verdict on a case, by properties")
struct CaseJudgePropertyTests {
  @Test("Acting later never turns missed into met", arguments: 0..<40)
  func later(seed: Int) throws {
    var random = Seeded(seed)
    let month = random.month()
    let judge = try month.judge
    for supportCase in month.cases {
      guard let before = try judge.outcome(of: supportCase, at: 0), before.verdict == .missed else {
        continue
      }
      var later = supportCase
      let delay = Int.random(in: 0..<500_000, using: &random)
      later.arrivedAt = later.arrivedAt.map { $0 + delay }
      later.replacement.shippedAt = later.replacement.shippedAt.map { $0 + delay }
      #expect(try judge.outcome(of: later, at: 0)?.verdict == .missed)
    }
  }

  @Test("A case is counted in one month only, whichever months are run and closed", arguments: 0..<20)
  func onceOnly(seed: Int) throws {
    var random = Seeded(seed)
    var month = random.month("2026-08")
    var counted: [Identifier: Int] = [:]
    var closed = ClosedMonths(opening: "2026-08")
    for _ in 0..<6 {
      month.closed = closed
      for outcome in try month.result().outcomes where outcome.month == month.month {
        let id = month.cases[Int(outcome.caseIndex)].id
        counted[id, default: 0] += 1
        closed.verdicts[id] = CountedVerdict(
          month: month.month, verdict: outcome.verdict, reason: outcome.reason)
      }
      closed.last = month.month
      month.month = month.month.next
      // A later export knows of something that happened earlier.
      let index = Int.random(in: month.cases.indices, using: &random)
      month.cases[index].arrivedAt = "2026-10-09 10:00"
    }
    #expect(counted.values.allSatisfy { $0 == 1 })
    #expect(counted.count > 30)
  }

  @Test("A month run on a fresher export is the same month", arguments: 0..<20)
  func fresherExport(seed: Int) throws {
    var random = Seeded(seed)
    let fresh = random.month()
    func asOf(_ instant: JSTInstant?) -> JSTInstant? { instant.flatMap { $0 < fresh.month.asOf ? $0 : nil } }
    var stale = fresh
    for index in stale.cases.indices {
      let known = stale.cases[index]
      stale.cases[index].isolatedAt = asOf(known.isolatedAt)
      stale.cases[index].arrivedAt = asOf(known.arrivedAt)
      stale.cases[index].replacement.shippedAt = asOf(known.replacement.shippedAt)
      stale.cases[index].failedPart.shippedAt = asOf(known.failedPart.shippedAt)
      stale.cases[index].failedPartReceivedAt = asOf(known.failedPartReceivedAt)
      if asOf(known.completedAt) == nil {
        stale.cases[index].completedAt = nil
        if known.completedAt != nil && known.outcome == .withdrawn {
          stale.cases[index].outcome = .hardwareFault
        }
      }
    }
    let before = try stale.result()
    let after = try fresh.result()
    #expect(before.outcomes == after.outcomes)
    #expect(before.legs == after.legs)
    #expect(before.unreturned == after.unreturned)
    #expect(before.keptDisks == after.keptDisks)
    #expect(before.findings == after.findings)
  }

  @Test("The bridge holds, and cases may be judged in parts", arguments: 0..<20)
  func bridge(seed: Int) throws {
    var random = Seeded(seed)
    let month = random.month()
    let rules = try month.rules
    let order = rules.caseOrder()
    let half = order.count / 2
    let whole = try month.result()
    let parts = rules.result(
      of: [try rules.judge(order[..<half]), try rules.judge(order[half...])], tickets: try month.tickets(),
      renewals: rules.review())
    #expect(whole.outcomes == parts.outcomes)
    #expect(whole.findings == parts.findings)
    #expect(whole.summary == parts.summary)
    let received = month.cases.count { $0.receivedAt < month.month.asOf }
    #expect(whole.summary.casesInFile == received)
    #expect(whole.summary.all.total + whole.summary.ofOtherMonths == received)
  }

  @Test("A verdict has what it rests on, and nothing else", arguments: 0..<20)
  func coherent(seed: Int) throws {
    var random = Seeded(seed)
    for outcome in try random.month().result().outcomes {
      switch outcome.verdict {
      case .met, .missed:
        let deadline = try #require(outcome.deadline)
        if let event = outcome.eventAt { #expect(deadline.includes(event) == (outcome.verdict == .met)) }
        #expect(outcome.month != nil)
      case .pending: #expect(outcome.deadline != nil && outcome.eventAt == nil && outcome.isOpen)
      case .noTarget, .notJudged:
        #expect(outcome.rule != nil && outcome.deadline == nil)
        #expect(outcome.isOpen == (outcome.eventAt == nil))
      case .awaitingIsolation: #expect(outcome.rule == nil && outcome.isOpen)
      case .excluded: #expect(outcome.exclusion != nil && outcome.rule == nil && outcome.month != nil)
      }
    }
  }
}
