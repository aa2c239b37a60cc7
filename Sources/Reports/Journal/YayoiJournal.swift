import Billing
import Records

/// 弥生会計: 25 columns without a header; one line is 2000, several are 2110, 2100 ..., 2101.
struct YayoiJournal {
  let words: JournalWords

  func write(_ slips: [JournalSlip], to text: inout JournalText) {
    for slip in slips {
      let count = max(slip.debits.count, slip.credits.count)
      for row in 0..<count { text.add(fields(of: slip, row: row, of: count)) }
    }
  }

  private func fields(of slip: JournalSlip, row: Int, of count: Int) -> [String] {
    let debit = row < slip.debits.count ? slip.debits[row] : nil
    let credit = row < slip.credits.count ? slip.credits[row] : nil
    return [flag(row, of: count), "", "", words.date(slip.date)]  // 識別フラグ 伝票No. 決算 取引日付
      + side(debit) + side(credit)
      + [words.description(of: slip), "", "", count == 1 ? "0" : "3"]  // 摘要 番号 期日 タイプ
      + ["", "", "0", "0", "no"]  // 生成元 仕訳メモ 付箋1 付箋2 調整
  }

  /// 勘定科目 補助科目 部門 税区分 金額 税金額
  private func side(_ line: JournalSlip.Line?) -> [String] {
    [
      words.name(line), words.subAccount(line), "", words.tax(line), "\(line?.amount ?? .zero)",
      "\(line?.tax ?? .zero)",
    ]
  }

  private func flag(_ row: Int, of count: Int) -> String {
    if count == 1 { return "2000" }
    if row == 0 { return "2110" }
    return row == count - 1 ? "2101" : "2100"
  }
}
