/// The accounts that the books need (勘定科目の役割); `Templates/accounts.yml` gives each its name.
public enum AccountRole: String, CaseIterable, Sendable {
  /// 売掛金
  case receivable
  /// 契約負債: terms invoiced and not yet earned.
  case contractLiability = "contract_liability"
  case ticketSales = "ticket_sales"
  case maintenanceSales = "maintenance_sales"
  case partSales = "part_sales"
  /// Freight charged as our own supply.
  case freightSales = "freight_sales"
  /// 仮受消費税
  case outputTax = "output_tax"
  /// 立替金: freight that we paid for customers.
  case advancesPaid = "advances_paid"
  /// 荷造運賃: freight that customers paid for us.
  case freightExpense = "freight_expense"
  /// 仮払消費税
  case inputTax = "input_tax"
  /// What the one rounding of a document differs from the sum of its charges.
  case roundingDifference = "rounding_difference"
}

/// The accounting packages that the journal can be written for (会計ソフト).
public enum AccountingPackage: String, CaseIterable, Sendable {
  case yayoi, mf, freee
}

/// The names of accounts and tax categories in the accounting packages (勘定科目と税区分), as `Templates/accounts.yml` has them.
public struct Accounts: Sendable {
  public struct Account: Equatable, Sendable {
    public var name: String
    /// 補助科目; empty for none.
    public var subAccount: String
    public var tax: TaxUse

    public init(name: String, subAccount: String = "", tax: TaxUse = .none) {
      self.name = name
      self.subAccount = subAccount
      self.tax = tax
    }
  }

  /// Which tax category an account's amounts carry.
  public enum TaxUse: String, CaseIterable, Sendable { case none, sale, purchase }

  /// The tax categories as one package calls them; `{rate}` stands for the percent.
  public struct TaxNames: Equatable, Sendable {
    public var sale: String
    public var purchase: String
    public var none: String

    public init(sale: String, purchase: String, none: String = "対象外") {
      self.sale = sale
      self.purchase = purchase
      self.none = none
    }
  }

  private let accounts: [AccountRole: Account]
  private let taxNames: [AccountingPackage: TaxNames]
  /// What an entry of a document says; `{number}` and `{name}` are filled in.
  public let documentDescription: String
  /// What an entry of earned revenue says; `{month}` is filled in.
  public let recognitionDescription: String

  public init(
    documentDescription: String, recognitionDescription: String, account: (AccountRole) throws -> Account,
    taxNames: (AccountingPackage) throws -> TaxNames
  ) rethrows {
    self.documentDescription = documentDescription
    self.recognitionDescription = recognitionDescription
    var accounts: [AccountRole: Account] = [:]
    for role in AccountRole.allCases { accounts[role] = try account(role) }
    self.accounts = accounts
    var names: [AccountingPackage: TaxNames] = [:]
    for package in AccountingPackage.allCases { names[package] = try taxNames(package) }
    self.taxNames = names
  }

  public subscript(role: AccountRole) -> Account { accounts[role] ?? Account(name: role.rawValue) }

  /// The tax category of an amount; `rate` is nil where it has none.
  public func taxName(_ role: AccountRole, rate: Int?, in package: AccountingPackage) -> String {
    guard let names = taxNames[package] else { return "" }
    guard let rate else { return names.none }
    switch self[role].tax {
    case .none: return names.none
    case .sale: return names.sale.filled(rate)
    case .purchase: return names.purchase.filled(rate)
    }
  }
}

extension String {
  fileprivate func filled(_ rate: Int) -> String { filling("rate", with: String(rate)) }
}
