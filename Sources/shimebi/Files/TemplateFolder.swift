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
  let accounts: Accounts
  let labels: Labels
  let texts: MonthTexts
  let invoiceLayout: DocumentTemplate
  let invoiceText: DocumentTextTemplate
  let findings: [Finding]

  /// `Templates` here, or else the folder that `make install` put below the program's PREFIX.
  static let standardPath: String = {
    let here = "Templates"
    guard !FileManager.default.fileExists(atPath: here),
      let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return here }
    let prefix = URL(filePath: program).deletingLastPathComponent().deletingLastPathComponent().path
    let installed = "\(prefix)/share/shimebi/Templates"
    return FileManager.default.fileExists(atPath: installed) ? installed : here
  }()

  /// All files are read at the same time; of several faults the first in this order is thrown.
  init(path: String, language: Language, jobs: Int) throws(Failure) {
    self.path = path
    self.language = language
    let words = "labels.\(language.rawValue).yml"
    let texts = MonthTexts.names(language)
    let invoice = "invoice.\(language.rawValue)"
    @Sendable func text(_ name: String) throws(Failure) -> String { try Self.text(name, in: path) }
    do {
      (
        catalogue, (company, findings), holidays, accounts, (labels, self.texts), invoiceLayout, invoiceText
      ) = try together(
        jobs: jobs, { try CatalogueTemplate.read(text("catalogue.yml"), file: "catalogue.yml") },
        { try CompanyTemplate.read(text("company.yml"), file: "company.yml") },
        { try HolidaysTemplate.read(Self.bytes("holidays.csv", in: path), file: "holidays.csv") },
        { try AccountsTemplate.read(text("accounts.yml"), file: "accounts.yml") },
        {
          let labels = try Labels(yaml: text(words), file: words, language: language)
          return (
            labels,
            try MonthTexts(summary: text(texts.summary), findings: text(texts.findings), labels: labels)
          )
        }, { try DocumentTemplate(yaml: text("\(invoice).yml"), file: "\(invoice).yml") },
        {
          try DocumentTextTemplate(
            text("\(invoice).mustache"), file: "\(invoice).mustache", language: language)
        })
    } catch {
      throw Self.failure(error, in: path)
    }
  }

  /// What the columns of the exports may be called, from `columns.yml` (列名の対応).
  static func columnAliases(in path: String) throws(Failure) -> ColumnAliases {
    do { return try ColumnAliases(yaml: text("columns.yml", in: path), file: "columns.yml") } catch {
      throw failure(error, in: path)
    }
  }

  private static func failure(_ error: any Error, in path: String) -> Failure {
    switch error {
    case let failure as Failure: failure
    case let fault as TemplateFault:
      Failure(.badInput, ja: "\(path)/\(fault.message.ja)", en: "\(path)/\(fault.message.en)")
    default: Failure(.badInput, Message("\(path)/\(error)"))
    }
  }

  func frame(_ month: BillingMonth) -> MonthFrame {
    MonthFrame(month: month, catalogue: catalogue, holidays: holidays)
  }

  /// The digest of every template, by name.
  static func digests(of path: String) throws(Failure) -> [String: String] {
    try Manifest.digests(of: path, jobs: 1)
  }

  private static func bytes(_ name: String, in path: String) throws(Failure) -> [UInt8] {
    do { return try MappedFile(path: "\(path)/\(name)").withBytes { Array($0) } } catch {
      throw Failure(
        .badInput, ja: "\(error.message.ja)。テンプレートのフォルダを --templates で示してください",
        en: "\(error.message.en); name the folder of the templates with --templates")
    }
  }

  private static func firstBadLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let good = lines.prefix { String(validating: $0, as: UTF8.self) != nil }
    return min(good.count + 1, lines.count)
  }

  private static func text(_ name: String, in path: String) throws(Failure) -> String {
    let bytes = try bytes(name, in: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let place = "\(path)/\(name):\(firstBadLine(bytes))"
      throw Failure(
        .badInput, ja: "\(place): UTF-8 ではありません。UTF-8 で保存し直してください",
        en: "\(place): is not UTF-8; save it as UTF-8")
    }
    return text
  }
}
