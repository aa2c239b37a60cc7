import Billing
import Records
import Testing

@testable import Reports

@Suite("The workbook of finance")
struct BillingWorkbookTests {
  private func report(_ change: (inout SampleBilling) throws -> Void = { _ in }) throws -> FinanceReport {
    var sample = try SampleBilling.everyDocument()
    sample.month.courier = [
      CourierLine(
        id: "L-1", trackingNumber: "123456789013", shippedOn: try day("2026-10-14"), amount: 1_650,
        terms: .collect),
      CourierLine(
        id: "L-2", trackingNumber: "999", shippedOn: try day("2026-10-15"), amount: 990, terms: .prepaid),
    ]
    try change(&sample)
    return try sample.report()
  }

  private func table(_ name: String, _ workbook: Workbook) throws -> Table {
    try #require(workbook.sheets.flatMap(\.tables).map(\.table).first { $0.name == name })
  }

  private func rows(_ table: Table) -> [[Cell]] {
    (0..<table.rows.count).map { index in
      var row = Row()
      table.rows.read(index, into: &row)
      return row.cells
    }
  }

  private func sum(_ column: Int, _ table: Table) -> Int {
    rows(table).reduce(0) { $0 + ($1[column].wholeFigure ?? 0) }
  }

  @Test(
    "Its sheets stand in their order, in both languages, and say where they lead",
    arguments: Language.allCases)
  func sheets(language: Language) throws {
    let labels = try shippedLabels(language)
    let workbook = BillingWorkbook.workbook(of: try report(), labels: labels)
    #expect(workbook.sheets.map(\.name) == FinanceSheet.allCases.map { labels[$0] })
    let names = Set(workbook.sheets.map(\.name))
    for sheet in workbook.sheets {
      #expect(sheet.page.orientation == .landscape)
      let links = sheet.cells.compactMap {
        if case .link(_, let place) = $0.cell { place.sheet } else { nil }
      }
      #expect(!links.isEmpty && links.allSatisfy(names.contains))
    }
  }

  @Test("Tables have names that are unique in the workbook, and every row fills every column")
  func tables() throws {
    let tables = BillingWorkbook.workbook(of: try report(), labels: try shippedLabels(.ja)).sheets
      .flatMap(\.tables).map(\.table)
    #expect(Set(tables.compactMap(\.name)).count == tables.count)
    for table in tables {
      for row in rows(table) { #expect(row.count == table.columns.count) }
    }
  }

  @Test("The documents' columns add up to those of the lines and the tax per rate")
  func totals() throws {
    let report = try report()
    let workbook = BillingWorkbook.workbook(of: report, labels: try shippedLabels(.ja))
    let documents = try table("Documents", workbook)
    let taxes = try table("TaxByDocument", workbook)
    let rates = try table("TaxByRate", workbook)
    #expect(sum(6, documents) == sum(4, taxes))
    #expect(sum(7, documents) == sum(5, taxes))
    #expect(sum(7, taxes) == sum(5, taxes))
    #expect(sum(8, taxes) == 0)
    #expect(sum(4, rates) == sum(9, documents))
    #expect(sum(12, try table("Advances", workbook)) == sum(8, documents))
    #expect(rows(try table("Lines", workbook)).count == report.billing.lines.count)
  }

  @Test("Own side, advances and others are the whole of the carrier's statement")
  func freight() throws {
    let workbook = BillingWorkbook.workbook(of: try report(), labels: try shippedLabels(.en))
    let sides = try table("FreightBySide", workbook)
    #expect(
      rows(sides).map { $0[0] } == [.text("Borne by us"), .text("Advances"), .text("Others (to be checked)")])
    #expect(rows(sides).map { $0[2].wholeFigure } == [0, 1_650, 990])
    #expect(sum(5, try table("Reconciliation", workbook)) == 2_640)
  }

  @Test("The summary of freight adds up the rows of the reconciliation below it")
  func freightFormula() throws {
    let workbook = BillingWorkbook.workbook(of: try report(), labels: try shippedLabels(.ja))
    let sheet = try #require(
      workbook.sheets.first { $0.tables.contains { $0.table.name == "FreightBySide" } })
    let reconciliation = try #require(sheet.tables.first { $0.table.name == "Reconciliation" })
    let amounts = reconciliation.column(5)
    guard case .formula(let formula, _) = rows(sheet.tables[0].table)[0][2] else {
      Issue.record("no formula")
      return
    }
    #expect(formula.hasPrefix("SUMIFS(\(amounts),\(reconciliation.column(7)),"))
  }

  @Test("Without a courier statement there is no reconciliation, and the sheet says so")
  func noStatement() throws {
    let workbook = BillingWorkbook.workbook(
      of: try report { $0.month.courier = nil }, labels: try shippedLabels(.ja))
    #expect(!workbook.sheets.flatMap(\.tables).contains { $0.table.name == "Reconciliation" })
    let texts = workbook.sheets.flatMap(\.cells).compactMap { loose in
      if case .text(let text) = loose.cell { text } else { nil }
    }
    #expect(texts.contains { $0.contains("courier_statement.csv") })
  }

  @Test("Every entry of the journal balances")
  func journal() throws {
    let journal = try table(
      "Journal", BillingWorkbook.workbook(of: try report(), labels: try shippedLabels(.ja)))
    #expect(sum(8, journal) == sum(9, journal))
    #expect(sum(8, journal) > 0)
  }

  @Test("Opening + added - recognised = closing, and the closing is what is still to be earned")
  func deferred() throws {
    let workbook = BillingWorkbook.workbook(of: try report(), labels: try shippedLabels(.ja))
    let deferred = try table("Deferred", workbook)
    for row in rows(deferred) {
      let figures = row.map { $0.wholeFigure ?? 0 }
      #expect(figures[7] + figures[8] - figures[9] == figures[10])
    }
    let schedule = try table("Schedule", workbook)
    #expect(sum(2, schedule) == sum(10, deferred))
    for row in rows(schedule) {
      #expect(row.dropFirst(3).reduce(0) { $0 + ($1.wholeFigure ?? 0) } == row[2].wholeFigure)
    }
  }

  @Test(
    "The balance of unused tickets stands on a base date; else the next base date is named",
    arguments: [
      ("2026-10", "2027-03-31", nil), ("2027-03", "2027-03-31", 120_000), ("2026-09", "2026-09-30", 0),
    ])
  func baseDate(month: String, expected: String, balance: Int?) throws {
    var sample = SampleBilling()
    sample.month.month = BillingMonth(month)
    sample.month.contracts = [try .pack("T-1", "C-1", packs: 2)]
    let workbook = BillingWorkbook.workbook(of: try sample.report(), labels: try shippedLabels(.ja))
    let row = try #require(rows(try table("BaseDate", workbook)).first)
    #expect(row[0] == .day(try day(expected)))
    #expect(row[1].wholeFigure == balance)
  }

  @Test("Every control total stands with both sides; one that fails is marked")
  func controls() throws {
    var report = try report()
    let labels = try shippedLabels(.ja)
    let holds = rows(try table("ControlTotals", BillingWorkbook.workbook(of: report, labels: labels)))
    #expect(holds.count == report.billing.controls.count)
    #expect(
      holds.allSatisfy {
        $0[6] == .formula("IF(F\(6)=0,\"OK\",\"NG\")", .text("OK")) || $0[5].wholeFigure == 0
      })
    report.billing.controls[0].left += 1
    let fails = rows(try table("ControlTotals", BillingWorkbook.workbook(of: report, labels: labels)))
    guard case .formula(_, let result) = fails[0][6] else { return }
    #expect(result == .text("NG"))
    #expect(fails[0][5].wholeFigure == 1)
  }

  @Test("What could not be invoiced, and lines of other months, stand on a sheet of their own")
  func exceptions() throws {
    var report = try report()
    report.month.findings = [
      Finding(.feeMissing, file: "contracts.csv", line: 3, column: "annual_fee", key: "K-9"),
      Finding(.invalidDate, file: "contracts.csv", line: 4, column: "starts_on", value: "x", key: "K-8"),
    ]
    let workbook = BillingWorkbook.workbook(of: report, labels: try shippedLabels(.ja))
    #expect(rows(try table("Unbilled", workbook)).map { $0[3] } == [.text("K-9")])
    let english = BillingWorkbook.workbook(of: report, labels: try shippedLabels(.en))
    guard case .text(let message) = rows(try table("Unbilled", english))[0][4] else { return }
    #expect(message.contains(". "), "sentences are apart: \(message)")
    let late = rows(try table("LateAndCorrected", workbook))
    #expect(late.count == report.billing.lines.count { $0.chargeClass != .normal })
    #expect(late.contains { $0[15] == .text("202609-0003") })
  }

  @Test("An empty month has a workbook too")
  func empty() throws {
    let workbook = BillingWorkbook.workbook(of: try SampleBilling().report(), labels: try shippedLabels(.en))
    #expect(workbook.sheets.count == FinanceSheet.allCases.count)
  }
}
