public import Records

/// How many cases of a group ended how (SLA集計): the cases of this month, and the open ones.
public struct AttainmentCounts: Equatable, Sendable {
  public var met = 0
  public var missed = 0
  public var noTarget = 0
  public var notJudged = 0
  public var excluded = 0
  public var open = 0

  public init() {}

  /// Met / (met + missed) in permille, cut and not rounded; nil where nothing was due.
  public var attainmentPermille: Int? {
    met + missed == 0 ? nil : met * 1000 / (met + missed)
  }

  public var total: Int { met + missed + noTarget + notJudged + excluded + open }

  public mutating func add(_ outcome: CaseOutcome) {
    guard !outcome.isOpen else {
      open += 1
      return
    }
    switch outcome.verdict {
    case .met: met += 1
    case .missed: missed += 1
    case .noTarget: noTarget += 1
    case .notJudged: notJudged += 1
    case .excluded: excluded += 1
    case .awaitingIsolation, .pending: open += 1
    }
  }

  public static func += (left: inout AttainmentCounts, right: AttainmentCounts) {
    left.met += right.met
    left.missed += right.missed
    left.noTarget += right.noTarget
    left.notJudged += right.notJudged
    left.excluded += right.excluded
    left.open += right.open
  }
}

/// Attainment by service and region (サービス・地域別達成率), with the bridge from the cases in the file.
public struct AttainmentSummary: Equatable, Sendable {
  public struct Group: Hashable, Sendable {
    /// Nil for a case of an unknown contract.
    public var service: ServiceCode?
    public var region: Region?

    public init(service: ServiceCode?, region: Region?) {
      self.service = service
      self.region = region
    }
  }

  public private(set) var groups: [Group: AttainmentCounts] = [:]
  /// Cases received by as-of that belong to an earlier month.
  public private(set) var ofOtherMonths = 0

  public init(outcomes: [CaseOutcome], contracts: [Contract], month: BillingMonth) {
    for outcome in outcomes {
      guard outcome.isOpen || outcome.month == month else {
        ofOtherMonths += 1
        continue
      }
      let contract = outcome.contractIndex.map { Int($0) }
      let group = Group(
        service: contract.map { contracts[$0].service }, region: contract.flatMap { contracts[$0].region })
      groups[group, default: AttainmentCounts()].add(outcome)
    }
  }

  public func counts(of service: ServiceCode?) -> AttainmentCounts {
    groups.reduce(into: AttainmentCounts()) { if $1.key.service == service { $0 += $1.value } }
  }

  public var all: AttainmentCounts { groups.values.reduce(into: AttainmentCounts()) { $0 += $1 } }

  /// Cases in the file received by as-of: the left side of the bridge.
  public var casesInFile: Int { all.total + ofOtherMonths }
}
