import Records
import Testing

@testable import Intake

@Suite("The provider's own data")
struct CompanyTemplateTests {
  static let shipped = shippedTemplate("company.yml")

  static func read(_ yaml: String) throws -> (company: Company, findings: [Finding]) {
    try CompanyTemplate.read(yaml, file: "company.yml")
  }

  static func numbered(_ number: String) -> String {
    shipped.replacing("registration_number: T5999999000004", with: "registration_number: \(number)")
  }

  @Test("The shipped company prices without tax, rounds down and is paid by the end of the next month")
  func shippedCompany() throws {
    let (company, findings) = try Self.read(Self.shipped)
    #expect(company.priceBasis == .excluded)
    #expect(company.taxRounding == .floor)
    #expect(company.dueAfterMonths == 1)
    #expect(company.dueOnBusinessDay)
    #expect(company.bankAccount.count == 3)
    #expect(findings.isEmpty)
  }

  @Test(
    "A number with the right check digit passes",
    arguments: ["T9011101097073", "T7120001168421", "T8010401088436", "T5835678256246", "T7010705000725"])
  func rightCheckDigit(number: String) throws {
    let (company, findings) = try Self.read(Self.numbered(number))
    #expect(company.registrationNumber == number)
    #expect(findings.isEmpty)
  }

  @Test("A wrong check digit is a warning", arguments: ["T1234567890123", "T1234567890000"])
  func wrongCheckDigit(number: String) throws {
    let finding = try #require(try Self.read(Self.numbered(number)).findings.first)
    #expect(finding.code == .registrationCheckDigit)
    #expect(finding.severity == .warning)
    #expect(finding.value == number)
    #expect(finding.line > 1)
  }

  @Test(
    "A number of another form is a fault",
    arguments: ["1234567890123", "t9011101097073", "T901110109707", "T90111010970733", "Ｔ９０１１１０１０９７０７３"])
  func wrongForm(number: String) throws {
    let fault = try #require(throws: TemplateFault.self) { try Self.read(Self.numbered(number)) }
    #expect(fault.path == "registration_number")
  }

  @Test(
    "A typing error is a fault at its line",
    arguments: [
      ("price_basis: excluded", "price_basis: net", "price_basis"),
      ("tax_rounding: floor", "tax_rounding: up", "tax_rounding"),
      ("after_months: 1", "after_month: 1", "due.after_month"),
      ("email:", "e-mail:", "e-mail"),
    ])
  func faults(text: String, wrong: String, path: String) throws {
    let yaml = Self.shipped.replacing(text, with: wrong)
    let fault = try #require(throws: TemplateFault.self) { try Self.read(yaml) }
    #expect(fault.path == path)
    #expect(yaml.split(separator: "\n", omittingEmptySubsequences: false)[fault.line - 1].contains(wrong))
  }
}
