import Billing
import Records

/// freee 取引: 21 columns with a header; the further lines of a deal leave 収支区分 empty.
///
/// A deal is a document with its receivable, which freee keeps itself; what is earned in the month is no deal, and is entered
/// in freee as a 振替伝票 from billing.xlsx.
struct FreeeDeals {
  let words: JournalWords

  static let header = [
    "収支区分", "管理番号", "発生日", "決済期日", "取引先コード", "取引先", "勘定科目", "税区分", "金額", "税計算区分",
    "税額", "備考", "品目", "部門", "メモタグ（複数指定可、カンマ区切り）", "セグメント1", "セグメント2", "セグメント3",
    "決済日", "決済口座", "決済金額",
  ]

  func write(_ slips: [JournalSlip], to text: inout JournalText) {
    text.add(Self.header)
    for slip in slips {
      guard case .document(let number, let customer, let name, let dueOn) = slip.cause else { continue }
      let isIncome = !slip.credits.contains { $0.account == .receivable }
      let head = [
        isIncome ? "収入" : "支出", JournalWords.number(number), words.date(slip.date), words.date(dueOn),
        customer.text, name,
      ]
      let lines = lines(of: slip, isIncome: isIncome)
      for (row, line) in lines.enumerated() {
        text.add(
          (row == 0 ? head : Array(repeating: "", count: 6)) + amounts(line)
            + [row == 0 ? words.description(of: slip) : "", words.subAccount(line.line)]
            + Array(repeating: "", count: 8))
      }
    }
  }

  private typealias DealLine = (line: JournalSlip.Line, sign: String)

  /// Everything but the receivable; what stands on the receivable's own side is negative.
  private func lines(of slip: JournalSlip, isIncome: Bool) -> [DealLine] {
    let own: [DealLine] = (isIncome ? slip.credits : slip.debits).map { ($0, "") }
    let other: [DealLine] = (isIncome ? slip.debits : slip.credits).map { ($0, "-") }
    return (own + other).filter { $0.line.account != .receivable }
  }

  /// 勘定科目 税区分 金額 税計算区分 税額
  private func amounts(_ deal: DealLine) -> [String] {
    func signed(_ yen: Yen) -> String { yen == .zero ? "0" : deal.sign + yen.description }
    return [
      words.name(deal.line), words.tax(deal.line), signed(deal.line.amount), "内税", signed(deal.line.tax),
    ]
  }
}
