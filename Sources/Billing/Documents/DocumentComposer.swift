import Records
import ServiceTerms

/// Makes one document per customer of a month's lines (請求書作成), in byte order of customer ids.
struct DocumentComposer {
  private let input: BillingInput
  private let dueOn: Day
  private let addressees: Addressees
  private(set) var documents: [Document] = []
  private(set) var findings: [Finding] = []

  /// With `numbered`, numbers are given from 1 in the order of the documents.
  init(_ input: BillingInput, lines: [ChargeLine], numbered: Bool) throws {
    self.input = input
    dueOn = try Self.dueDate(of: input)
    let byCustomer = Dictionary(grouping: lines, by: \.customer)
    addressees = Addressees(input, customers: Set(byCustomer.keys))
    for (position, group) in byCustomer.sorted(by: { $0.key < $1.key }).enumerated() {
      var document = try compose(group.key, group.value.sorted(by: ChargeLine.precedes))
      if numbered { document.number = DocumentNumber(month: input.month, sequence: position + 1) }
      documents.append(document)
    }
  }

  /// The last day of a later month, on a closed day the next business day.
  private static func dueDate(of input: BillingInput) throws -> Day {
    let due = (input.month + input.company.dueAfterMonths).lastDay
    guard input.company.dueOnBusinessDay else { return due }
    return try input.frame.ruleBook(on: due).calendar.nextBusinessDay(onOrAfter: due)
  }

  private mutating func compose(_ customer: Identifier, _ lines: [ChargeLine]) throws -> Document {
    let taxes = try RateTotal.totals(of: lines, company: input.company)
    let net = try taxes.lazy.map(\.net).sum()
    let tax = try taxes.lazy.map(\.tax).sum()
    let outOfScope = try lines.lazy.filter { !$0.tax.isTaxable }.map(\.amount).sum()
    let type = try type(of: lines)
    let contracts = lines.compactMap { $0.source.contract.flatMap(input.book.index(of:)) }
    let addressee = addressees.addressee(of: customer, contracts: contracts)
    findings += addressees.findings(of: contracts, to: addressee)
    return Document(
      number: nil, customer: customer, type: type, issuedOn: input.month.lastDay, dueOn: dueOn,
      addressee: addressee,
      lines: try lines.map { line in
        DocumentLine(
          charge: line, contractIndex: line.source.contract.flatMap(input.book.index(of:)),
          advance: try FreightAdvance(of: line, input))
      },
      taxes: taxes, net: net, tax: tax, outOfScope: outOfScope, total: try net + tax + outOfScope,
      notes: Self.notes(lines, type: type, gross: try net + tax))
  }

  /// By what the taxable lines come to on the price basis: lines that cancel out are no refund, whatever their rates' taxes.
  private func type(of lines: [ChargeLine]) throws(YenOverflow) -> DocumentType {
    let taxable = lines.filter(\.tax.isTaxable)
    guard !taxable.isEmpty else { return .statement }
    let amounts = input.company.priceBasis == .included ? taxable.map(\.amount) : taxable.map(\.net)
    return try amounts.sum() < .zero ? .creditNote : .invoice
  }

  private static func notes(_ lines: [ChargeLine], type: DocumentType, gross: Yen) -> [DocumentNote] {
    var notes: [DocumentNote] = Set(lines.compactMap(\.corrects)).sorted().map { .corrects($0) }
    if type == .creditNote && gross > Yen(-10_000) { notes.append(.smallRefund) }
    return notes
  }
}

extension RateTotal {
  /// One rounding per rate: of the amounts without tax, or of those with tax where prices include it.
  static func totals(of lines: [ChargeLine], company: Company) throws(YenOverflow) -> [RateTotal] {
    let rates = Set(lines.compactMap(\.tax.rate)).sorted(by: >)
    var totals: [RateTotal] = []
    for rate in rates {
      let taxed = lines.filter { $0.tax.rate == rate }
      switch company.priceBasis {
      case .excluded:
        let net = try taxed.map(\.net).sum()
        let tax = try company.tax(onExcluded: net, rate: rate)
        totals.append(RateTotal(rate: rate, net: net, tax: tax, gross: try net + tax))
      case .included:
        let gross = try taxed.map(\.amount).sum()
        let tax = try company.tax(inIncluded: gross, rate: rate)
        totals.append(RateTotal(rate: rate, net: try gross - tax, tax: tax, gross: gross))
      }
    }
    return totals
  }
}
