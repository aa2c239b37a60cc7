public import Records
import ServiceTerms

/// A month's charges and the figures for the books (月次請求).
public struct MonthBilling: Sendable {
  public var month: BillingMonth
  /// By key.
  public var lines: [ChargeLine]
  /// By customer id; numbered in that order in a close, without numbers in a draft.
  public var documents: [Document]
  /// By key.
  public var deferred: [DeferredTerm]
  public var tickets: TicketLiability
  public var journal: [JournalEntry]
  public var controls: [ControlTotal]
  public var findings: [Finding]

  /// Bills a month as a draft, or with document numbers.
  ///
  /// - Throws: `YenOverflow` where a sum leaves 64 bits, `CalendarFault` where a due date lies outside the holidays file.
  public init(_ input: BillingInput, numbered: Bool) throws {
    month = input.month
    let difference = try ChargeDifference(input)
    let composer = try DocumentComposer(input, lines: difference.lines, numbered: numbered)
    lines = difference.lines
    documents = composer.documents
    deferred = try DeferredRevenue(month: month, posted: input.posted, lines: lines).terms
    tickets = try TicketLiability(input)
    journal = try Journal(month: month, documents: documents, deferred: deferred, company: input.company)
      .entries
    controls = try ControlTotal.all(input, documents: documents, journal: journal, deferred: deferred)
    findings = (difference.findings + composer.findings + tickets.findings).sorted()
  }

  /// The number of each customer's document; empty in a draft.
  public var numbers: [Identifier: DocumentNumber] {
    Dictionary(
      documents.compactMap { document in document.number.map { (document.customer, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
