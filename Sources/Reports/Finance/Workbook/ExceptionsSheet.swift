import Billing
import Records

extension BillingWorkbook {
  /// What finance must look at (未請求・遅延・訂正): what could not be invoiced and why, and lines of other months' events.
  func exceptionsSheet() -> Sheet {
    var sheet = sheet(.exceptions, notes: [.exceptionsNote])
    sheet.add(labels[FinanceHeading.unbilled]) { _ in unbilledTable }
    sheet.add(labels[FinanceHeading.lateAndCorrected]) { _ in
      linesTable(lines { $0.chargeClass != .normal }, name: "LateAndCorrected")
    }
    return sheet.finished()
  }

  private var unbilledTable: Table {
    let findings = report.month.findings.filter { $0.code.concernsBilling }
    return Table(
      name: "Unbilled",
      columns: [column("severity"), column("file"), column("line"), column("key"), column(.message)],
      rows: Rows(count: findings.count) { [labels] index, row in
        let finding = findings[index]
        row.add(.text(labels[finding.severity]), finding.severity == .error ? .bad : .warning)
        row.add(finding.file)
        row.add(finding.line > 0 ? .number(finding.line) : .blank)
        row.add(finding.key)
        row.add(labels.statement(of: finding) + labels.remedy(for: finding))
      }, emptyNote: labels[FinanceHeading.none])
  }
}

extension FindingCode {
  /// Something that should be charged is not, or what was charged could not be followed up.
  fileprivate var concernsBilling: Bool {
    switch self {
    case .feeMissing, .freightMissing, .partPriceMissing, .noTicketPack, .postedUsageChanged,
      .postedRowRejected, .successorMissing, .billingNameDiffers, .carrierUnregistered, .previousMonthOpen,
      .unusedBalanceHigh:
      true
    default: false
    }
  }
}
