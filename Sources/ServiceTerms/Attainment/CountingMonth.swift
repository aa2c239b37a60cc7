public import Records

extension CaseJudge {
  /// Sets the month in which the case is counted: each case once, whatever is exported again later.
  ///
  /// What a closed month counted stays there; what a closed month should have counted but did not is counted now, late.
  func count(_ outcome: inout CaseOutcome, _ supportCase: SupportCase) {
    if let counted = closed.verdicts[supportCase.id] {
      outcome.month = counted.month
      return
    }
    guard let day = knownOn(outcome, supportCase) else { return }
    let month = max(day.month, supportCase.receivedAt.day.month)
    outcome.isLate = closed.isClosed(month)
    outcome.month = outcome.isLate ? frame.month : month
  }

  /// The day on which the verdict became known; nil while the case is open.
  private func knownOn(_ outcome: CaseOutcome, _ supportCase: SupportCase) -> Day? {
    let isolatedOn = frame.happened(supportCase.isolatedAt)?.day
    func laterOf(_ day: Day?) -> Day? {
      guard let day else { return nil }
      return max(day, isolatedOn ?? day)
    }
    return switch outcome.verdict {
    case .met, .noTarget, .notJudged: laterOf(outcome.eventAt?.day)
    case .missed: laterOf(outcome.deadline?.day)
    case .awaitingIsolation, .pending: nil
    case .excluded:
      switch outcome.exclusion {
      case .withdrawn: (supportCase.completedAt ?? supportCase.receivedAt).day
      case .noHardwareFault: isolatedOn
      default: supportCase.receivedAt.day
      }
    }
  }

  /// What a closed month counted otherwise.
  public func restatement(of outcome: CaseOutcome, _ supportCase: SupportCase) -> Restatement? {
    guard let counted = closed.verdicts[supportCase.id], counted.verdict != outcome.verdict else {
      return nil
    }
    return Restatement(
      caseIndex: outcome.caseIndex, counted: counted, verdict: outcome.verdict, reason: outcome.reason)
  }
}
