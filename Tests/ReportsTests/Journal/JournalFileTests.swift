import Billing
import Foundation
import Records
import Testing

@testable import Reports

@Suite("Journal files")
struct JournalFileTests {
  private let issued = Day(year: 2026, month: 10, day: 31) ?? Day(number: 0)
  private let due = Day(year: 2026, month: 11, day: 30) ?? Day(number: 0)

  private func posting(_ account: AccountRole, _ amount: Yen, _ rate: Int? = nil) -> JournalEntry.Posting {
    JournalEntry.Posting(account: account, amount: amount, rate: rate)
  }

  private func invoice(name: String = "株式会社見本") -> JournalEntry {
    JournalEntry(
      cause: .document(DocumentNumber("202610-0001"), customer: "C1", name: name, dueOn: due), date: issued,
      debits: [posting(.receivable, 99_000)],
      credits: [
        posting(.contractLiability, 60_000, 10), posting(.partSales, 30_000, 10),
        posting(.outputTax, 9_000, 10),
      ])
  }

  private var recognition: JournalEntry {
    JournalEntry(
      cause: .recognition(.ticketPack), date: issued, debits: [posting(.contractLiability, 5_095)],
      credits: [posting(.ticketSales, 5_095)])
  }

  private var accounts: Accounts {
    Accounts(
      documentDescription: "{number} {name}", recognitionDescription: "{month} 振替",
      account: { role in
        switch role {
        case .receivable: Accounts.Account(name: "売掛金")
        case .contractLiability: Accounts.Account(name: "契約負債", tax: .sale)
        case .partSales: Accounts.Account(name: "売上高", subAccount: "パーツ", tax: .sale)
        case .ticketSales: Accounts.Account(name: "売上高", subAccount: "サポート", tax: .sale)
        default: Accounts.Account(name: role.rawValue)
        }
      },
      taxNames: { package in
        Accounts.TaxNames(
          sale: package == .mf ? "課税売上 {rate}%" : "課税売上込{rate}%", purchase: "課対仕入込{rate}%適格")
      })
  }

  private func lines(_ package: AccountingPackage, _ journal: [JournalEntry]) throws -> [[String]] {
    let file = try JournalFile(journal, for: package, accounts: accounts)
    let encoding: String.Encoding = package == .yayoi ? .shiftJIS : .utf8
    let text = try #require(String(data: Data(file.bytes), encoding: encoding))
    #expect(text.hasSuffix("\r\n"))
    return text.components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
  }

  @Test("弥生: 25 columns, no header, compound slips 2110 and 2101, single ones 2000")
  func yayoi() throws {
    let lines = try lines(.yayoi, [invoice(), recognition])
    #expect(lines.allSatisfy { $0.count == 25 })
    #expect(lines.map { $0[0] } == ["2110", "2101", "2000"])
    #expect(
      lines[0] == [
        "2110", "", "", "2026/10/31", "売掛金", "", "", "対象外", "99000", "0", "契約負債", "", "", "課税売上込10%",
        "66000", "6000", "202610-0001 株式会社見本", "", "", "3", "", "", "0", "0", "no",
      ])
    #expect(lines[1][10...15] == ["売上高", "パーツ", "", "課税売上込10%", "33000", "3000"])
    #expect(lines[2][16] == "2026-10 振替")
    #expect(lines[2][13] == "対象外", "what is earned was taxed when it was invoiced")
    let debits = lines.compactMap { Int($0[8]) }.reduce(0, +)
    #expect(debits == lines.compactMap { Int($0[14]) }.reduce(0, +))
  }

  @Test("quotes stay in pairs, whatever follows them", arguments: AccountingPackage.allCases)
  func quotes(package: AccountingPackage) throws {
    let file = try JournalFile([invoice(name: "A\"\u{3099},B")], for: package, accounts: accounts)
    #expect(file.bytes.contains([0x22, 0x22]))
    #expect(file.bytes.count { $0 == 0x22 } % 2 == 0)
  }

  @Test("弥生: a character that CP932 lacks becomes 〓 with a warning; ① and 髙 stay")
  func replaced() throws {
    let file = try JournalFile([invoice(name: "髙﨑①〜😀商店")], for: .yayoi, accounts: accounts)
    let text = try #require(String(data: Data(file.bytes), encoding: .shiftJIS))
    #expect(text.contains("髙﨑①～〓商店"))
    #expect(Set(file.findings.map(\.code)) == [.characterReplaced])
    #expect(file.findings.first?.detail == "😀")
  }

  @Test("弥生: a description is cut at 64 bytes, between characters")
  func cut() throws {
    let file = try JournalFile(
      [invoice(name: String(repeating: "長", count: 60))], for: .yayoi, accounts: accounts)
    let text = try #require(String(data: Data(file.bytes), encoding: .shiftJIS))
    #expect(text.contains("202610-0001 " + String(repeating: "長", count: 26) + ","))
  }

  @Test("弥生: an account whose name is cut is named, once")
  func longAccount() throws {
    let long = Accounts(
      documentDescription: "{number}", recognitionDescription: "{month}",
      account: { Accounts.Account(name: $0 == .receivable ? "売掛金（保守サービス）その他" : "売上高") },
      taxNames: { _ in Accounts.TaxNames(sale: "", purchase: "") })
    let file = try JournalFile([invoice(), invoice()], for: .yayoi, accounts: long)
    #expect(file.findings == [Finding(.accountNameCut, value: "売掛金（保守サービス）その他")])
    #expect(try JournalFile([invoice()], for: .mf, accounts: long).findings.isEmpty)
  }

  @Test("A line break in a name is a blank: each line is one line", arguments: AccountingPackage.allCases)
  func lineBreaks(package: AccountingPackage) throws {
    let lines = try lines(package, [invoice(name: "株式会社\r\n見本\n(本社)")])
    #expect(lines.contains { $0.joined().contains("株式会社  見本 (本社)") })
    #expect(lines.allSatisfy { $0.count == lines[0].count })
  }

  @Test("マネーフォワード: a description has at most 200 characters")
  func longDescription() throws {
    let lines = try lines(.mf, [invoice(name: String(repeating: "長", count: 240))])
    #expect(lines[1][18] == "202610-0001 " + String(repeating: "長", count: 188))
    #expect(lines[1][5].count == 240)
  }

  @Test("マネーフォワード: 27 columns with their header; one number a slip")
  func moneyForward() throws {
    let lines = try lines(.mf, [invoice(), recognition])
    #expect(lines.allSatisfy { $0.count == 27 })
    #expect(lines[0].prefix(3) == ["取引No", "取引日", "借方勘定科目"])
    #expect(lines.dropFirst().map { $0[0] } == ["1", "1", "2"])
    #expect(lines[1][5] == "株式会社見本")
    #expect(lines[1][14...17] == ["課税売上 10%", "", "66000", "6000"])
    #expect(lines[2][2...9].joined().isEmpty)
  }

  @Test("freee: 21 columns with BOM and header; a deal is a document, its further lines leave 収支区分 empty")
  func freee() throws {
    let lines = try lines(.freee, [invoice(), recognition])
    #expect(lines.allSatisfy { $0.count == 21 })
    let file = try JournalFile([], for: .freee, accounts: accounts)
    #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(lines[0][0].hasSuffix("収支区分"))
    #expect(lines.count == 3)
    #expect(lines[1].prefix(6) == ["収入", "202610-0001", "2026/10/31", "2026/11/30", "C1", "株式会社見本"])
    #expect(lines[1][6...10] == ["契約負債", "課税売上込10%", "66000", "内税", "6000"])
    #expect(lines[2][0].isEmpty)
    #expect(lines[2][8] == "33000")
  }

  @Test("a draft says so in place of a number")
  func draft() throws {
    var entry = invoice()
    entry.cause = .document(nil, customer: "C1", name: "見本", dueOn: due)
    let lines = try lines(.freee, [entry])
    #expect(lines[1][1] == "DRAFT")
  }
}
