import Billing
import Records

/// マネーフォワード クラウド会計 仕訳帳: 27 columns with a header; rows of one 取引No are one slip.
struct MoneyForwardJournal {
  let words: JournalWords

  static let header = [
    "取引No", "取引日", "借方勘定科目", "借方補助科目", "借方部門", "借方取引先", "借方税区分", "借方インボイス",
    "借方金額(円)", "借方税額", "貸方勘定科目", "貸方補助科目", "貸方部門", "貸方取引先", "貸方税区分",
    "貸方インボイス", "貸方金額(円)", "貸方税額", "摘要", "仕訳メモ", "タグ", "MF仕訳タイプ", "決算整理仕訳",
    "作成日時", "作成者", "最終更新日時", "最終更新者",
  ]

  func write(_ slips: [JournalSlip], to text: inout JournalText) {
    text.add(Self.header)
    for (index, slip) in slips.enumerated() {
      for row in 0..<max(slip.debits.count, slip.credits.count) {
        text.add(
          ["\(index + 1)", words.date(slip.date)]
            + side(row < slip.debits.count ? slip.debits[row] : nil, slip)
            + side(row < slip.credits.count ? slip.credits[row] : nil, slip)
            + [words.description(of: slip)] + Array(repeating: "", count: 8))
      }
    }
  }

  /// 勘定科目 補助科目 部門 取引先 税区分 インボイス 金額 税額
  private func side(_ line: JournalSlip.Line?, _ slip: JournalSlip) -> [String] {
    guard let line else { return Array(repeating: "", count: 8) }
    return [
      words.name(line), words.subAccount(line), "", words.customer(of: slip).name, words.tax(line), "",
      line.amount.description, line.tax.description,
    ]
  }
}
