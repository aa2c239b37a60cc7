public import Billing
public import Records

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

  /// Names of contracts' holders, by customer; of several contracts the lowest one's.
  var customerNames: [Identifier: String] {
    Dictionary(
      billing.documents.map { ($0.customer, $0.addressee.name) }, uniquingKeysWith: { first, _ in first })
  }
}
