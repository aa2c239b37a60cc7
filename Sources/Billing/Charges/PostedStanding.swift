import Records
import ServiceTerms

/// Whether what was posted of a charge still follows the input (計上済みの請求の扱い).
enum Standing: Equatable {
  /// The input decides: the charge's desired amount, or 0 where the input no longer states the charge.
  case follows
  /// A row that the charge rests on is not in this month's file.
  case stays
  /// The row is there, but could not be read or lacks the amount.
  case staysUnclear(Finding)
}

/// Judges posted charges against the rows of this month's files.
struct PostedStanding {
  private let input: BillingInput
  private let desired: DesiredCharges
  private let cases: RowPresence
  private let inquiries: RowPresence
  private let packs: Set<Identifier>

  init(_ input: BillingInput, _ desired: DesiredCharges) {
    self.input = input
    self.desired = desired
    let sources = input.posted.charges.map(\.source)
    cases = RowPresence(
      of: Set(sources.compactMap(\.supportCase)), in: input.exports.cases, .cases, id: \.id)
    inquiries = RowPresence(
      of: Set(sources.compactMap(\.inquiry)), in: input.exports.inquiries, .ticketUsage, id: \.id)
    packs =
      input.posted.charges.isEmpty
      ? []
      : Set(input.result.packs.map { ChargeKey.term(of: $0.pack.contract, startingOn: $0.pack.startsOn) })
  }

  func standing(of posted: PostedCharge) -> Standing {
    if let finding = desired.unpriced[posted.key] { return .staysUnclear(finding) }
    if posted.kind == .ticketOverage { return ofTopUp(posted) }
    if let supportCase = posted.source.supportCase { return ofCase(posted, supportCase) }
    return ofTerm(posted)
  }

  /// The position of a posted charge's case in the export.
  func caseIndex(of id: Identifier) -> Int32? { cases.row(of: id).map { Int32($0) } }

  private func ofTerm(_ posted: PostedCharge) -> Standing {
    guard let id = posted.source.contract else { return .follows }
    guard let contract = input.book.contract(id) else { return missing(contract: id) }
    if desired.charges[posted.key] != nil { return .follows }
    if let predecessor = posted.source.predecessor, input.book.index(of: predecessor) == nil {
      return missing(contract: predecessor)
    }
    let wasExtended =
      posted.source.isAutomatic && contract.startsOn <= posted.eventOn && posted.eventOn <= contract.endsOn
    return wasExtended ? .stays : .follows
  }

  /// A top-up pack follows its contract once sales registered one for the same day, else the inquiry it was sold for.
  private func ofTopUp(_ posted: PostedCharge) -> Standing {
    let charge = desired.charges[posted.key]
    let exists = packs.contains(posted.key)
    if let contract = posted.source.contract {
      if input.book.index(of: contract) != nil {
        if !exists || charge?.kind == .ticketPack { return .follows }
      } else if input.exports.contracts.rejectedKeys.contains(contract) {
        return missing(contract: contract)
      }
    }
    if let inquiry = posted.source.inquiry, inquiries.row(of: inquiry) == nil {
      return inquiries.missing(inquiry)
    }
    return charge != nil || !exists ? .follows : .stays
  }

  private func ofCase(_ posted: PostedCharge, _ id: Identifier) -> Standing {
    guard let row = cases.row(of: id) else { return cases.missing(id) }
    let contract = input.exports.cases.rows[row].contract
    return input.book.index(of: contract) == nil ? missing(contract: contract) : .follows
  }

  private func missing(contract: Identifier) -> Standing {
    guard input.exports.contracts.rejectedKeys.contains(contract) else { return .stays }
    return .staysUnclear(
      Finding(.postedRowRejected, file: ExportFile.contracts.rawValue, key: contract.text))
  }
}

/// Which of the wanted rows an export has, looked up in one pass.
private struct RowPresence {
  private var rows: [Identifier: Int] = [:]
  private let rejected: Set<Identifier>
  private let file: ExportFile

  init<Row>(
    of wanted: Set<Identifier>, in export: Export<Row>, _ file: ExportFile, id: (Row) -> Identifier
  ) {
    rejected = export.rejectedKeys
    self.file = file
    guard !wanted.isEmpty else { return }
    for (index, row) in export.rows.enumerated() where wanted.contains(id(row)) { rows[id(row)] = index }
  }

  func row(of id: Identifier) -> Int? { rows[id] }

  func missing(_ id: Identifier) -> Standing {
    guard rejected.contains(id) else { return .stays }
    return .staysUnclear(Finding(.postedRowRejected, file: file.rawValue, key: id.text))
  }
}
