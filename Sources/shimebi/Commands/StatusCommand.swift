import ArgumentParser
import Ledger
import Records
import Reports

/// `shimebi status`: what the ledger holds, month by month (台帳の状況).
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows the ledger: closed months, documents, balances (台帳の状況).")

  @Option(help: "The ledger of the closed months.")
  var ledger = "ledger.sqlite"
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console()
    try reportingFailures(to: console) {
      let months = try Ledger(opening: ledger).status().months
      let isJapanese = common.lang == .ja
      guard let last = months.last else {
        print(isJapanese ? "締めた月はまだありません" : "no month is closed yet")
        return 0
      }
      let header =
        isJapanese
        ? "月        書類      請求額(税込)        前受残高    チケット残高  連鎖ハッシュ"
        : "month     docs     invoiced (tax in)   deferred    tickets left  chain hash"
      print(header)
      for month in months { print(line(month)) }
      print(isJapanese ? "次に締める月: \(last.month.next)" : "next month to close: \(last.month.next)")
      return 0
    }
  }

  private func line(_ month: LedgerStatus.ClosedMonth) -> String {
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return month.month.description + column(String(month.documents), 7)
      + column(month.invoiced.description, 20) + column(month.deferred.description, 16)
      + column(month.ticketsUnused.description, 16) + "  " + month.hash.prefix(16)
  }
}
