import Records
import ServiceTerms

/// Two figures that must agree (照合合計), reached on different ways; where they do not, nothing may be written.
public struct ControlTotal: Equatable, Sendable {
  public enum Check: String, CaseIterable, Sendable {
    case documentsAgainstReceivables = "documents_receivables"
    case journalBalance = "journal_balance"
    case courierStatement = "courier_statement"
    case packBalances = "pack_balances"
    case contractsByState = "contracts_by_state"
    case slaBridge = "sla_bridge"
    case deferredBalance = "deferred_balance"
  }

  public var check: Check
  public var left: Int
  public var right: Int

  public var holds: Bool { left == right }
}

extension ControlTotal {
  static func all(
    _ input: BillingInput, documents: [Document], journal: [JournalEntry], deferred: [DeferredTerm]
  ) throws(YenOverflow) -> [ControlTotal] {
    [
      try documentsAgainstReceivables(documents, journal),
      ControlTotal(
        check: .journalBalance, left: try total(journal, \.debits), right: try total(journal, \.credits)),
      try courierStatement(input),
      packBalances(input),
      ControlTotal(
        check: .contractsByState, left: input.exports.contracts.rows.count, right: input.result.renewals.count
      ),
      slaBridge(input),
      try deferredBalance(deferred, journal),
    ]
  }

  private static func total(
    _ journal: [JournalEntry], _ side: (JournalEntry) -> [JournalEntry.Posting]
  ) throws(YenOverflow) -> Int {
    try journal.lazy.flatMap(side).map(\.amount).sum().amount
  }

  /// Documents = receivables debited.
  private static func documentsAgainstReceivables(
    _ documents: [Document], _ journal: [JournalEntry]
  ) throws(YenOverflow) -> ControlTotal {
    ControlTotal(
      check: .documentsAgainstReceivables, left: try documents.lazy.map(\.total).sum().amount,
      right: try balance(of: .receivable, journal).amount)
  }

  /// Debits less credits.
  private static func balance(of account: AccountRole, _ journal: [JournalEntry]) throws(YenOverflow) -> Yen {
    var balance = Yen.zero
    for entry in journal {
      for posting in entry.debits where posting.account == account { balance = try balance + posting.amount }
      for posting in entry.credits where posting.account == account { balance = try balance - posting.amount }
    }
    return balance
  }

  /// Matched own side + matched advances + every statement line in another state = the statement's total.
  private static func courierStatement(_ input: BillingInput) throws(YenOverflow) -> ControlTotal {
    var ownSide = Yen.zero
    var advances = Yen.zero
    var listed = Yen.zero
    let statement = input.exports.courier?.rows ?? []
    for line in input.result.reconciliation ?? [] {
      guard let index = line.statementIndex else { continue }
      guard line.state == .matched, let legIndex = line.legIndex else {
        listed = try listed + statement[Int(index)].amount
        continue
      }
      let leg = input.result.legs[Int(legIndex)]
      let amount = leg.amount ?? .zero
      if leg.bearer == .center { ownSide = try ownSide + amount } else { advances = try advances + amount }
    }
    return ControlTotal(
      check: .courierStatement, left: try (ownSide + advances + listed).amount,
      right: try statement.lazy.map(\.amount).sum().amount)
  }

  /// Granted = used + expired + remaining, summed over the packs whose own balance holds.
  ///
  /// A pack that was made smaller after its tickets were drawn is overdrawn: less than nothing remains, and the books hold.
  private static func packBalances(_ input: BillingInput) -> ControlTotal {
    let packs = input.result.packs
    let balanced = packs.lazy.filter {
      $0.pack.granted == $0.pack.used + $0.expired + $0.remaining
    }
    return ControlTotal(check: .packBalances, left: packs.count, right: balanced.count)
  }

  /// Cases received by as-of = met + missed + no target + not judged + excluded + open + of other months.
  private static func slaBridge(_ input: BillingInput) -> ControlTotal {
    let received = input.exports.cases.rows.lazy.filter { input.frame.happened($0.receivedAt) != nil }.count
    return ControlTotal(check: .slaBridge, left: received, right: input.result.summary.casesInFile)
  }

  /// Opening + added - recognised = closing; opening and closing from the terms, the moves from the journal.
  private static func deferredBalance(
    _ deferred: [DeferredTerm], _ journal: [JournalEntry]
  ) throws(YenOverflow) -> ControlTotal {
    var opening = Yen.zero
    var closing = Yen.zero
    for term in deferred {
      opening = try opening + term.opening
      closing = try closing + term.deferred
    }
    let moved = try balance(of: .contractLiability, journal)
    return ControlTotal(
      check: .deferredBalance, left: try (opening - moved).amount, right: closing.amount)
  }
}
