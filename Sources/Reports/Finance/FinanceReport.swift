public import Billing
public import Records
import ServiceTerms

/// A month as finance sees it (経理報告の材料): what the managers see, and what is invoiced and booked.
public struct FinanceReport: Sendable {
  public var month: MonthReport
  public var billing: MonthBilling
  /// How the books call their accounts.
  public var accounts: Accounts

  public init(month: MonthReport, billing: MonthBilling, accounts: Accounts) {
    self.month = month
    self.billing = billing
    self.accounts = accounts
  }
}

extension FinanceReport {
  var company: Company { month.company }

  /// The customers of the documents, deferred terms and packs by name: as the document addresses them, else as the first
  /// of their contracts in the file does.
  var customerNames: [Identifier: String] {
    var names: [Identifier: String] = [:]
    for document in billing.documents { names[document.customer] = document.addressee.name }
    var nameless = Set(billing.deferred.map(\.customer)).union(billing.tickets.packs.map(\.pack.customer))
    nameless.subtract(names.keys)
    guard !nameless.isEmpty else { return names }
    for contract in month.contracts where nameless.remove(contract.customer) != nil {
      names[contract.customer] = contract.billingName
    }
    return names
  }
}
