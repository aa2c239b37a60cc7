public import Billing
public import Records

/// The journal as a file for one accounting package (仕訳の取込ファイル).
public struct JournalFile: Sendable {
  public let package: AccountingPackage
  public let bytes: [UInt8]
  public let findings: [Finding]

  /// `yayoi.csv`
  public var name: String { "\(package.rawValue).csv" }

  public init(_ journal: [JournalEntry], for package: AccountingPackage, accounts: Accounts)
    throws(YenOverflow)
  {
    self.package = package
    var slips: [JournalSlip] = []
    for entry in journal { slips.append(try JournalSlip(entry)) }
    slips.removeAll { $0.debits.isEmpty && $0.credits.isEmpty }
    let words = JournalWords(accounts: accounts, package: package)
    var text = JournalText(package)
    switch package {
    case .yayoi: YayoiJournal(words: words).write(slips, to: &text)
    case .mf: MoneyForwardJournal(words: words).write(slips, to: &text)
    case .freee: FreeeDeals(words: words).write(slips, to: &text)
    }
    bytes = text.bytes
    findings = text.findings
  }
}

/// What the three formats have in common: names, dates and descriptions.
struct JournalWords {
  let accounts: Accounts
  let package: AccountingPackage

  func name(_ line: JournalSlip.Line?) -> String { line.map { accounts[$0.account].name } ?? "" }
  func subAccount(_ line: JournalSlip.Line?) -> String { line.map { accounts[$0.account].subAccount } ?? "" }

  func tax(_ line: JournalSlip.Line?) -> String {
    accounts.taxName(line?.account ?? .receivable, rate: line?.rate, in: package)
  }

  /// `2026/10/31`
  func date(_ day: Day) -> String { day.slashed }

  func description(of slip: JournalSlip) -> String {
    switch slip.cause {
    case .document(let number, _, let name, _):
      return accounts.documentDescription.filling("number", with: Self.number(number))
        .filling("name", with: name)
    case .recognition:
      return accounts.recognitionDescription.filling("month", with: slip.date.month.description)
    }
  }

  /// Of a document; empty for anything else.
  func customer(of slip: JournalSlip) -> (id: String, name: String) {
    guard case .document(_, let customer, let name, _) = slip.cause else { return ("", "") }
    return (customer.text, name)
  }

  static func number(_ number: DocumentNumber?) -> String { number?.description ?? "DRAFT" }
}
