import Records
import Testing

@testable import ServiceTerms

@Suite("Explanations never contradict the results")
struct ExplanationPropertyTests {
  static let verdicts: [Verdict: Set<StepCode>] = [
    .met: [.met], .missed: [.missed, .overdue], .pending: [.pending], .noTarget: [.noTarget],
    .notJudged: [.notJudged], .awaitingIsolation: [.awaitingIsolation], .excluded: [.leftOut],
  ]

  @Test("The explained deadline, margin, verdict and month are those of the outcome", arguments: 0..<20)
  func outcomes(seed: Int) throws {
    var random = Seeded(seed)
    let month = random.month()
    let result = try month.result()
    let explainer = Explainer(rules: try month.rules, result: result)
    for outcome in result.outcomes {
      let steps = try #require(try explainer.supportCase(month.cases[Int(outcome.caseIndex)].id)).steps
      let deadline = steps.first { $0.code == .deadline }
      #expect(deadline?.values[.deadline] == outcome.deadline.map { .deadline($0) })
      #expect(deadline?.values[.basis] == outcome.basis.map { .basis($0) })
      let said = steps.filter { step in Self.verdicts.values.contains { $0.contains(step.code) } }
      #expect(said.count == 1)
      #expect(Self.verdicts[outcome.verdict]?.contains(try #require(said.first).code) == true)
      if let margin = outcome.marginMinutes, outcome.verdict == .met || outcome.verdict == .missed {
        #expect(said.first?.values[.margin] == .elapsedMinutes(abs(margin)))
      }
      let counted = steps.first { $0.code == .counted || $0.code == .countedLate }
      #expect(counted?.values[.month] == outcome.month.map { .month($0) })
      let legs = result.legs.filter { $0.caseIndex == outcome.caseIndex }
      #expect(steps.count { $0.code == .leg } == legs.count)
    }
  }

  @Test("Between two days, closed days and counted business days are all there is", arguments: 0..<20)
  func closedDays(seed: Int) throws {
    var random = Seeded(seed)
    let month = random.month()
    let result = try month.result()
    let explainer = Explainer(rules: try month.rules, result: result)
    for outcome in result.outcomes {
      guard let start = outcome.clockStartsAt?.day else { continue }
      let id = month.cases[Int(outcome.caseIndex)].id
      for step in try #require(try explainer.supportCase(id)).steps {
        guard case .businessDay(let count) = step.values[.nth] else { continue }
        let due = try #require(outcome.earliestVisitOn ?? outcome.ruleDeadline?.day)
        #expect(step.values[.due] ?? step.values[.earliest] == .day(due))
        #expect(due - start == count + step.closedDays.count { $0.day > start })
        #expect(step.closedDays.allSatisfy { $0.day >= start && $0.day < due })
      }
    }
  }

  @Test("The tickets that an inquiry is said to draw are those that it drew", arguments: 0..<20)
  func inquiries(seed: Int) throws {
    var random = Seeded(seed)
    let month = random.month()
    let result = try month.result()
    let explainer = Explainer(rules: try month.rules, result: result)
    for draw in result.tickets.draws {
      guard case .export(let index) = draw.source else { continue }
      let steps = try #require(try explainer.inquiry(month.inquiries[Int(index)].id)).steps
      let drawn = steps.reduce(0) { sum, step in
        guard step.code == .drawnFrom, case .number(let tickets) = step.values[.tickets] else { return sum }
        return sum + tickets
      }
      #expect(drawn == (draw.state == .drawn ? Int(draw.tickets) : 0))
      #expect(steps.contains { $0.code == .freeIsolation } == (draw.state == .free))
      #expect(steps.contains { $0.code == .outOfScope } == (draw.state == .outOfScope))
    }
  }
}
