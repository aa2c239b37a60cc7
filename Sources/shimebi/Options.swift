public import ArgumentParser
import Foundation
public import Records

/// Where things are and how the program speaks; every command has these.
struct CommonOptions: ParsableArguments {
  @Option(help: "The folder of everything a clerk may edit.")
  var templates = TemplateFolder.standardPath

  @Option(help: "The language of reports and messages: ja or en.")
  var lang = Language.ja

  @Option(help: "Threads; the outputs are the same bytes with any number.")
  var jobs = Self.processors

  @Option(help: "How progress is written to standard error: text or json.")
  var logFormat = LogFormat.text

  @Flag(help: "Only errors on standard error.")
  var quiet = false

  /// Asked of the system once, as the folder of the templates: the options of all commands are made to understand one.
  private static let processors = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 256") }
  }
}

/// The month and its folders.
struct MonthOptions: ParsableArguments {
  @Option(help: "The month to run, such as 2026-10, or previous.")
  var month: MonthArgument

  @Option(help: "The folder with the month's exports.")
  var input: String

  @Option(help: "The ledger of the closed months.")
  var ledger = "ledger.sqlite"

  @Flag(help: "Wait while another run holds the ledger, instead of exit status 75.")
  var wait = false
}

/// What is written, and where.
struct OutputOptions: ParsableArguments {
  @Option(help: "The folder to write; it is replaced whole. Default: output/<month>.")
  var output: String?

  @Flag(help: "Warnings count as errors: exit status 1.")
  var strict = false

  @Flag(help: "Write no Excel workbooks.")
  var noWorkbooks = false

  @Flag(help: "Write each document as JP PINT XML too.")
  var pint = false

  @Option(help: "Journals to write: yayoi, mf, freee, separated by commas, or none.")
  var journal = JournalSelection()

  func folder(of month: BillingMonth) -> String { output ?? "output/\(month)" }

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output takes the name of a folder") }
  }
}

enum LogFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

extension Language: ExpressibleByArgument {}

/// `2026-10`, or `previous` for the month before today's in Japan.
struct MonthArgument: ExpressibleByArgument {
  let month: BillingMonth

  init?(argument: String) {
    guard let month = argument == "previous" ? Self.previous : BillingMonth(argument) else { return nil }
    self.month = month
  }

  /// The one place where the clock decides anything.
  private static var previous: BillingMonth {
    let today = Day(number: (Int(Date().timeIntervalSince1970) + 9 * 3600) / 86_400)
    return today.month.previous
  }
}

/// The accounting packages whose import files are written.
struct JournalSelection: ExpressibleByArgument {
  var packages = AccountingPackage.allCases

  init() {}

  var defaultValueDescription: String {
    packages.isEmpty ? "none" : packages.map(\.rawValue).joined(separator: ",")
  }

  init?(argument: String) {
    if argument == "none" {
      packages = []
      return
    }
    let names = argument.split(separator: ",")
    packages = names.compactMap { AccountingPackage(rawValue: String($0)) }
    guard packages.count == names.count, !packages.isEmpty else { return nil }
  }
}
