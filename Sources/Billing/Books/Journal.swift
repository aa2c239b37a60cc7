import Records
import ServiceTerms

/// The month's bookings (仕訳帳): each document, then what was earned.
struct Journal {
  private let company: Company
  private(set) var entries: [JournalEntry] = []

  init(
    month: BillingMonth, documents: [Document], deferred: [DeferredTerm], company: Company
  ) throws(YenOverflow) {
    self.company = company
    for document in documents { entries.append(try entry(of: document)) }
    for kind in ChargeKind.allCases where kind.isTerm {
      let earned = try deferred.lazy.filter { $0.kind == kind }.map(\.recognised).sum()
      var bookings = Bookings()
      try bookings.debit(.contractLiability, earned)
      try bookings.credit(kind.salesAccount, earned)
      if earned != .zero { entries.append(bookings.entry(.recognition(kind), on: month.lastDay)) }
    }
  }

  private func entry(of document: Document) throws(YenOverflow) -> JournalEntry {
    var bookings = Bookings()
    try bookings.debit(.receivable, document.total)
    for line in document.lines { try book(line.charge, into: &bookings) }
    for total in document.taxes {
      let lines = try document.lines.lazy.map(\.charge).filter { $0.tax.rate == total.rate }.map(\.net).sum()
      try bookings.credit(.roundingDifference, total.net - lines)
      try bookings.credit(.outputTax, total.tax, rate: total.rate)
    }
    return bookings.entry(
      .document(
        document.number, customer: document.customer, name: document.addressee.name, dueOn: document.dueOn),
      on: document.issuedOn)
  }

  private func book(_ line: ChargeLine, into bookings: inout Bookings) throws(YenOverflow) {
    switch line.kind {
    case .ticketPack, .ticketOverage, .renewal:
      try bookings.credit(.contractLiability, line.net, rate: line.tax.rate)
    case .unreturnedPart:
      try bookings.credit(.partSales, line.net, rate: line.tax.rate)
    case .freightClaim, .freightCredit:
      if line.tax.isTaxable {
        try bookings.credit(.freightSales, line.net, rate: line.tax.rate)
      } else if line.kind == .freightClaim {
        try bookings.credit(.advancesPaid, line.amount)
      } else {
        let rate = ConsumptionTax.standardRate(on: line.eventOn)
        let tax = try company.tax(inIncluded: line.amount, rate: rate)
        try bookings.credit(.freightExpense, line.amount - tax, rate: rate)
        try bookings.credit(.inputTax, tax, rate: rate)
      }
    }
  }
}

extension ChargeKind {
  /// Where an earned term goes.
  var salesAccount: AccountRole { self == .renewal ? .maintenanceSales : .ticketSales }
}

/// Amounts by account as they come in; each account stands on the side of its sum.
private struct Bookings {
  private struct Slot: Hashable {
    var account: AccountRole
    var rate: Int?
  }

  private var order: [Slot] = []
  /// Debits are positive.
  private var balance: [Slot: Yen] = [:]

  mutating func debit(_ account: AccountRole, _ amount: Yen, rate: Int? = nil) throws(YenOverflow) {
    let slot = Slot(account: account, rate: rate)
    if balance[slot] == nil { order.append(slot) }
    balance[slot] = try (balance[slot] ?? .zero) + amount
  }

  mutating func credit(_ account: AccountRole, _ amount: Yen, rate: Int? = nil) throws(YenOverflow) {
    try debit(account, -amount, rate: rate)
  }

  func entry(_ cause: JournalEntry.Cause, on date: Day) -> JournalEntry {
    var entry = JournalEntry(cause: cause, date: date, debits: [], credits: [])
    for slot in order {
      guard let amount = balance[slot], amount != .zero else { continue }
      let posting = JournalEntry.Posting(
        account: slot.account, amount: Yen(abs(amount.amount)), rate: slot.rate)
      if amount > .zero { entry.debits.append(posting) } else { entry.credits.append(posting) }
    }
    return entry
  }
}
