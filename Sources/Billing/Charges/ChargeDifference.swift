import Records
import ServiceTerms

/// Invoices the difference between what should be and what was posted (差額請求): the only way to an invoice.
struct ChargeDifference {
  private let input: BillingInput
  private let desired: DesiredCharges
  private let standing: PostedStanding
  /// In byte order of their keys.
  private(set) var lines: [ChargeLine] = []
  private(set) var findings: [Finding]

  init(_ input: BillingInput) throws(YenOverflow) {
    self.input = input
    desired = try DesiredCharges(input)
    standing = PostedStanding(input, desired)
    findings = desired.findings
    for posted in input.posted.charges { try settle(posted) }
    for charge in desired.charges.values where input.posted[charge.key] == nil { try add(charge) }
    lines.sort { $0.key < $1.key }
    findings = Array(Set(findings))
  }

  private mutating func add(_ charge: Charge) throws(YenOverflow) {
    guard charge.amount != .zero else { return }
    lines.append(
      ChargeLine(
        key: charge.key, kind: charge.kind, customer: charge.customer, eventOn: charge.eventOn,
        chargeClass: input.month.contains(charge.eventOn) ? .normal : .late, desired: charge.amount,
        posted: .zero, amount: charge.amount, net: try input.company.net(of: charge.amount, charge.tax),
        tax: charge.tax, source: charge.source, term: charge.term, caseIndex: charge.caseIndex))
  }

  private mutating func settle(_ posted: PostedCharge) throws(YenOverflow) {
    let amount = try posted.amount()
    switch standing.standing(of: posted) {
    case .stays: return
    case .staysUnclear(let finding):
      if amount != .zero { findings.append(finding) }
    case .follows:
      if amount != .zero { noteChangedCustomer(of: posted) }
      try correct(posted, from: amount)
    }
  }

  /// A charge stays with the customer to whom it was posted: whether it is to be moved, a person decides.
  private mutating func noteChangedCustomer(of posted: PostedCharge) {
    guard let charge = desired.charges[posted.key], charge.customer != posted.customer else { return }
    let exports = input.exports
    let (file, column, line): (ExportFile, String, Int32) =
      if let index = charge.caseIndex {
        (.cases, "contract_id", exports.cases.lines[Int(index)])
      } else {
        (
          .contracts, "customer_id",
          charge.source.contract.flatMap(input.book.index(of:)).map { exports.contracts.lines[Int($0)] } ?? 0
        )
      }
    findings.append(
      Finding(
        .postedCustomerChanged, file: file.rawValue, line: Int(line), column: column,
        value: charge.customer.text, key: posted.key.text, detail: posted.customer.text))
  }

  /// While money is out, it is corrected as it was posted: with the same customer and the same tax.
  private mutating func correct(_ posted: PostedCharge, from amount: Yen) throws(YenOverflow) {
    let charge = desired.charges[posted.key]
    let target = charge?.amount ?? .zero
    let difference = try target - amount
    guard difference != .zero else { return }
    let isOut = amount != .zero
    let tax = isOut ? posted.tax : charge?.tax ?? posted.tax
    lines.append(
      ChargeLine(
        key: posted.key, kind: charge?.kind ?? posted.kind,
        customer: isOut ? posted.customer : charge?.customer ?? posted.customer,
        eventOn: charge?.eventOn ?? posted.eventOn, chargeClass: .correction, desired: target, posted: amount,
        amount: difference, net: try input.company.net(of: target, tax) - posted.net(), tax: tax,
        source: charge?.source ?? posted.source, term: charge?.term ?? posted.term,
        corrects: posted.postings.map(\.document).min(),
        caseIndex: charge?.caseIndex ?? posted.source.supportCase.flatMap(standing.caseIndex)))
  }
}
