import Foundation
import Intake
import Records
import Reports
import ServiceTerms
import Threads

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

  /// `Templates` here, or else the folder that `make install` put below the program's PREFIX.
  static var standardPath: String {
    let here = "Templates"
    guard !FileManager.default.fileExists(atPath: here),
      let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return here }
    let prefix = URL(filePath: program).deletingLastPathComponent().deletingLastPathComponent().path
    let installed = "\(prefix)/share/shimebi/Templates"
    return FileManager.default.fileExists(atPath: installed) ? installed : here
  }

  /// Independent parts are read at the same time; of several faults the first in this order is thrown.
  init(path: String, language: Language, jobs: Int) throws(Failure) {
    self.path = path
    self.language = language
    do {
      let parts = try inParallel(Part.allCases.count, jobs: jobs) {
        try Part.allCases[$0].read(in: path, language)
      }
      guard case .rules(let rules) = parts[0], case .words(let labels, let texts) = parts[1],
        case .documents(let layout, let text) = parts[2]
      else { throw Failure(.internal, "\(path): the templates were read in another order") }
      catalogue = rules.catalogue
      company = rules.company
      findings = rules.findings
      holidays = rules.holidays
      aliases = rules.aliases
      accounts = rules.accounts
      (self.labels, self.texts) = (labels, texts)
      (invoiceLayout, invoiceText) = (layout, text)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.badInput, "\(path)/\(error)")
    }
  }

  private struct Rules {
    let catalogue: Catalogue
    let company: Company
    let findings: [Finding]
    let holidays: NationalHolidays
    let aliases: ColumnAliases
    let accounts: Accounts

    init(in path: String) throws {
      catalogue = try CatalogueTemplate.read(
        TemplateFolder.text("catalogue.yml", in: path), file: "catalogue.yml")
      (company, findings) = try CompanyTemplate.read(
        TemplateFolder.text("company.yml", in: path), file: "company.yml")
      holidays = try HolidaysTemplate.read(
        TemplateFolder.bytes("holidays.csv", in: path), file: "holidays.csv")
      aliases = try ColumnAliases(yaml: TemplateFolder.text("columns.yml", in: path), file: "columns.yml")
      accounts = try AccountsTemplate.read(
        TemplateFolder.text("accounts.yml", in: path), file: "accounts.yml")
    }
  }

  private enum Content {
    case rules(Rules)
    case words(Labels, MonthTexts)
    case documents(DocumentTemplate, DocumentTextTemplate)
  }

  private enum Part: CaseIterable {
    case rules, words, documents

    func read(in path: String, _ language: Language) throws -> Content {
      switch self {
      case .rules: return .rules(try Rules(in: path))
      case .words:
        let name = "labels.\(language.rawValue).yml"
        let labels = try Labels(yaml: TemplateFolder.text(name, in: path), file: name, language: language)
        let names = MonthTexts.names(language)
        return .words(
          labels,
          try MonthTexts(
            summary: TemplateFolder.text(names.summary, in: path),
            findings: TemplateFolder.text(names.findings, in: path), labels: labels))
      case .documents:
        let layout = "invoice.\(language.rawValue).yml"
        let words = "invoice.\(language.rawValue).mustache"
        return .documents(
          try DocumentTemplate(yaml: TemplateFolder.text(layout, in: path), file: layout),
          try DocumentTextTemplate(TemplateFolder.text(words, in: path), file: words, language: language))
      }
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

  fileprivate static func bytes(_ name: String, in path: String) throws(Failure) -> [UInt8] {
    do { return try MappedFile(path: "\(path)/\(name)").withBytes { Array($0) } } catch {
      throw Failure(.badInput, "\(error); name the folder of the templates with --templates")
    }
  }

  private static func firstBadLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let good = lines.prefix { String(validating: $0, as: UTF8.self) != nil }
    return min(good.count + 1, lines.count)
  }

  fileprivate static func text(_ name: String, in path: String) throws(Failure) -> String {
    let bytes = try bytes(name, in: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badInput, "\(path)/\(name):\(firstBadLine(bytes)): is not UTF-8; save it as UTF-8")
    }
    return text
  }
}
