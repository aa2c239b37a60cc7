import Billing
import Records

extension BillingWorkbook {
  /// What could not be invoiced or followed up, and why (未請求・要確認).
  func unbilledSheet() -> Sheet {
    var sheet = sheet(.unbilled, clauses: Self.chargingClauses, notes: [.unbilledNote])
    sheet.add { _ in unbilledTable }
    return sheet.finished()
  }

  /// Lines whose event is of an earlier month, or that correct what was posted (遅延計上・訂正).
  func correctionsSheet() -> Sheet {
    var sheet = sheet(.corrections, clauses: Self.chargingClauses, notes: [.correctionsNote])
    sheet.add { _ in linesTable(lines { $0.chargeClass != .normal }, name: "LateAndCorrected") }
    return sheet.finished()
  }

  private var unbilledTable: Table {
    let findings = report.month.findings.filter { $0.code.concernsBilling }
    return Table(
      name: "Unbilled",
      columns: [
        column("severity"), column("file"), column("line"), column("key"),
        Table.Column(labels[FinanceHeading.message], width: 100),
      ],
      rows: Rows(count: findings.count) { [labels] index, row in
        let finding = findings[index]
        row.add(.text(labels[finding.severity]), finding.severity == .error ? .bad : .warning)
        row.add(finding.file)
        row.add(finding.line > 0 ? .number(finding.line) : .blank)
        row.add(finding.key)
        let blank = labels.language == .ja ? "" : " "
        row.add([labels.statement(of: finding), labels.remedy(for: finding)].joined(separator: blank))
      }, emptyNote: labels[FinanceHeading.none])
  }
}

extension FindingCode {
  /// Something that should be charged is not, or what was charged could not be followed up.
  fileprivate var concernsBilling: Bool {
    switch self {
    case .feeMissing, .freightMissing, .partPriceMissing, .noTicketPack, .postedUsageChanged,
      .postedRowRejected, .postedCustomerChanged, .successorMissing, .billingNameDiffers,
      .carrierUnregistered, .previousMonthOpen,
      .unusedBalanceHigh:
      true
    default: false
    }
  }
}
