import Records
import Testing

@testable import Intake

@Suite("Accounts and tax categories")
struct AccountsTemplateTests {
  static let shipped = shippedTemplate("accounts.yml")

  @Test("The shipped accounts name every role and every package")
  func shippedAccounts() throws {
    let accounts = try AccountsTemplate.read(Self.shipped, file: "accounts.yml")
    #expect(accounts[.receivable].name == "売掛金")
    #expect(accounts.taxName(.contractLiability, rate: 10, in: .yayoi) == "課税売上込10%")
    #expect(accounts.taxName(.contractLiability, rate: 8, in: .mf) == "課税売上 8%")
    #expect(accounts.taxName(.receivable, rate: nil, in: .freee) == "対象外")
  }

  @Test(
    "A missing role or a typing error is a fault at its field",
    arguments: [
      ("  receivable:", "  receivables:", "accounts.receivables"),
      ("tax: purchase", "tax: buy", "accounts.freight_expense.tax"),
      ("    name: 立替金\n", "", "accounts.advances_paid"),
      ("\"{number} {name}\"", "\"{nunber} {name}\"", "descriptions.document"),
      ("\"{month} 契約", "\"{name} 契約", "descriptions.recognition"),
      ("課対仕入込{rate}%", "課対仕入込{ratio}%", "tax_names.yayoi.purchase"),
    ])
  func faults(old: String, new: String, path: String) throws {
    let yaml = Self.shipped.replacing(old, with: new)
    let fault = try #require(throws: TemplateFault.self) {
      try AccountsTemplate.read(yaml, file: "accounts.yml")
    }
    #expect(fault.path == path)
    #expect(fault.line > 0)
  }
}
