import Foundation
import Intake
import Records
import Reports
import ServiceTerms

/// Everything of `Templates/` that every command needs, read and checked (テンプレート).
struct TemplateFolder {
  let path: String
  let language: Language
  let catalogue: Catalogue
  let company: Company
  let holidays: NationalHolidays
  let aliases: ColumnAliases
  let accounts: Accounts
  let labels: Labels
  let texts: MonthTexts
  let invoiceLayout: DocumentTemplate
  let invoiceText: DocumentTextTemplate
  let findings: [Finding]

  init(path: String, language: Language) throws(Failure) {
    self.path = path
    self.language = language
    do {
      catalogue = try CatalogueTemplate.read(Self.text("catalogue.yml", in: path), file: "catalogue.yml")
      (company, findings) = try CompanyTemplate.read(Self.text("company.yml", in: path), file: "company.yml")
      holidays = try HolidaysTemplate.read(Self.bytes("holidays.csv", in: path), file: "holidays.csv")
      aliases = try ColumnAliases(yaml: Self.text("columns.yml", in: path), file: "columns.yml")
      accounts = try AccountsTemplate.read(Self.text("accounts.yml", in: path), file: "accounts.yml")
      let name = "labels.\(language.rawValue).yml"
      labels = try Labels(yaml: Self.text(name, in: path), file: name, language: language)
      let names = MonthTexts.names(language)
      let layout = "invoice.\(language.rawValue).yml"
      invoiceLayout = try DocumentTemplate(yaml: Self.text(layout, in: path), file: layout)
      let text = "invoice.\(language.rawValue).mustache"
      invoiceText = try DocumentTextTemplate(Self.text(text, in: path), file: text, language: language)
      texts = try MonthTexts(
        summary: Self.text(names.summary, in: path), findings: Self.text(names.findings, in: path),
        labels: labels)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.badInput, "\(path)/\(error)")
    }
  }

  func text(_ name: String) throws(Failure) -> String { try Self.text(name, in: path) }

  func frame(_ month: BillingMonth) -> MonthFrame {
    MonthFrame(month: month, catalogue: catalogue, holidays: holidays)
  }

  /// The digest of every template, by name.
  func digests() throws(Failure) -> [String: String] {
    try Manifest.digests(of: path, jobs: 1)
  }

  private static func bytes(_ name: String, in path: String) throws(Failure) -> [UInt8] {
    do { return try MappedFile(path: "\(path)/\(name)").withBytes { Array($0) } } catch {
      throw Failure(.badInput, "\(error); name the folder of the templates with --templates")
    }
  }

  private static func text(_ name: String, in path: String) throws(Failure) -> String {
    let bytes = try bytes(name, in: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badInput, "\(path)/\(name): is not UTF-8; save it as UTF-8")
    }
    return text
  }
}
