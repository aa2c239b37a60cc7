import Records
import ServiceTerms
import Testing

@testable import Reports

@Suite("The managers' workbook")
struct ManagementWorkbookTests {
  private func workbook(_ report: MonthReport, _ language: Language = .ja) throws -> Workbook {
    try ManagementWorkbook(report, try MonthOverview(report), labels: try shippedLabels(language)).workbook()
  }

  private func rows(_ table: Table) -> [[Cell]] {
    var row = Row()
    return (0..<table.rows.count).map { index in
      table.rows.read(index, into: &row)
      return row.cells
    }
  }

  private func table(_ name: String, in workbook: Workbook) throws -> PlacedTable {
    try #require(workbook.sheets.flatMap(\.tables).first { $0.table.name == name })
  }

  @Test(
    "It opens on a dashboard of one A4 page, and every sheet leads back to it", arguments: Language.allCases)
  func dashboard(language: Language) throws {
    let workbook = try workbook(try MonthTextsTests.fullMonth(), language)
    let labels = try shippedLabels(language)
    let dashboard = try #require(workbook.sheets.first)
    #expect(dashboard.name == labels[SheetLabel.dashboard])
    #expect(dashboard.page.fitsWide == 1 && dashboard.page.fitsTall == 1)
    #expect(workbook.sheets.map(\.name) == SheetLabel.allCases.map { labels[$0] })
    for sheet in workbook.sheets.dropFirst() {
      #expect(
        sheet.cells.contains { cell in
          if case .link(_, let place) = cell.cell { place.sheet == dashboard.name } else { false }
        })
    }
  }

  @Test("Every link and chart leads to a sheet that is there", arguments: Language.allCases)
  func places(language: Language) throws {
    let workbook = try workbook(try MonthTextsTests.fullMonth(), language)
    let names = Set(workbook.sheets.map(\.name))
    for sheet in workbook.sheets {
      for case .link(_, let place) in sheet.cells.map(\.cell) { #expect(names.contains(place.sheet)) }
      for series in sheet.charts.flatMap(\.series) {
        #expect(names.contains(series.values.sheet) && names.contains(series.categories.sheet))
      }
    }
  }

  @Test("A chart is drawn only where it has something to show")
  func charts() throws {
    #expect(try workbook(try SampleMonth().report()).sheets[0].charts.isEmpty)
    #expect(try workbook(try MonthTextsTests.fullMonth()).sheets[0].charts.count == 6)
    let young = try DataFilesTests.month().report()
    #expect(try workbook(young).sheets[0].charts.count == 5, "the trend needs a ledger")
  }

  @Test("The bridge adds up to the cases in the file")
  func bridge() throws {
    let report = try DataFilesTests.month().report()
    let bridge = rows(try table("Bridge", in: try workbook(report)).table)
    let figures = bridge.map { $0[1].figureOfTest }
    #expect(figures == [2, 1, 0, 0, 1, 1, 0, 5, 5, 0, 0])
  }

  @Test("The check column gives the rule's deadline again, over the sheet of closed days")
  func deadlineCheck() throws {
    let report = try DataFilesTests.month().report()
    let placed = try table("Cases", in: try workbook(report))
    let first = rows(placed.table)[0]
    let row = placed.origin.row + 1
    #expect(
      first[11]
        == .formula(
          "WORKDAY.INTL(INT(I\(row)),1,1,INDEX(ClosedDays,0,1))", .deadline(.endOf(try day("2026-10-05")))))
    #expect(first[10] == .deadline(.endOf(try day("2026-10-05"))))
    #expect(
      rows(try table("ClosedDays", in: try workbook(report)).table).first?.first
        == .day(try day("2026-10-12")))
  }

  @Test("Attainment is cut, as a formula with its value, and - where nothing was due")
  func attainment() throws {
    let report = try DataFilesTests.month().report()
    let placed = try table("ByService", in: try workbook(report))
    let services = rows(placed.table)
    #expect(services.map { $0[8].valueOfTest } == [.permille(500), .permille(1000), .text("-")])
    guard case .formula(_, let total) = placed.table.columns[8].total else {
      Issue.record("no total")
      return
    }
    #expect(total == .permille(666))
  }

  @Test("By service, region, target and customer the same cases are counted, also those of unknown contracts")
  func sameCases() throws {
    let report = try MonthTextsTests.fullMonth()
    let workbook = try workbook(report)
    let all = try MonthOverview(report).counts
    let counts = [all.met, all.missed, all.noTarget, all.notJudged, all.excluded, all.open]
    for name in ["ByService", "ByRegion", "ByRule", "Customers"] {
      let table = rows(try table(name, in: workbook).table)
      #expect(
        (2..<8).map { column in table.reduce(0) { $0 + ($1[column].figureOfTest ?? 0) } } == counts, "\(name)"
      )
    }
  }

  @Test("The dashboard says how many contracts end within 30, 60 and 90 days, and leads to every sheet")
  func windowsAndLinks() throws {
    let workbook = try workbook(try MonthTextsTests.fullMonth())
    let dashboard = workbook.sheets[0]
    let windows = rows(try table("RenewalWindows", in: workbook).table)
    let counts = windows.compactMap { $0[1].figureOfTest.map(String.init) }.joined(separator: " / ")
    #expect(dashboard.cells.contains { $0.cell.valueOfTest == .text(counts) && $0.style == .kpiValue })
    let linked = dashboard.cells.compactMap {
      if case .link(_, let place) = $0.cell { place.sheet } else { nil }
    }
    #expect(Set(linked) == Set(workbook.sheets.dropFirst().map(\.name)))
  }

  @Test("Names of tables are unique and names that Excel takes")
  func tableNames() throws {
    let names = try workbook(try MonthTextsTests.fullMonth()).sheets.flatMap(\.tables).compactMap(
      \.table.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } })
  }

  @Test("A row has no more cells than its table has columns, the same cells each time it is asked for")
  func rowsFit() throws {
    for sheet in try workbook(try MonthTextsTests.fullMonth()).sheets {
      for placed in sheet.tables {
        let (first, second) = (rows(placed.table), rows(placed.table))
        #expect(first == second)
        #expect(first.allSatisfy { $0.count <= placed.table.columns.count }, "\(sheet.name)")
      }
    }
  }

  @Test("An inquiry without tickets that only the ledger still has is named like any other")
  func waitingInLedger() throws {
    var month = try DataFilesTests.month()
    month.opening = month.month?.previous
    let facts = PostedInquiry.Facts(
      id: "U-OLD", customer: month.contracts[0].customer, receivedAt: try at("2025-01-15 10:00"),
      category: .troubleshooting, maintainerKey: "", tickets: 99)
    month.posted = [PostedInquiry(facts: facts, state: .unfunded, shares: [])]
    let report = try month.report()
    let inquiries = rows(try table("Inquiries", in: try workbook(report)).table)
    let listed = try #require(inquiries.first { $0.first == .text("U-OLD") })
    #expect(listed.contains(.number(99)) && listed.contains(.text(facts.customer.text)))

    let overview = try MonthOverview(report)
    let items = Concerns(report: report, overview: overview, labels: try shippedLabels(.ja))
      .items(.unfunded, limit: 10)
    #expect(items.contains { $0.key == "U-OLD" && $0.customer == month.contracts[0].customerName })
  }

  @Test("The trend has the last twelve months, however many were closed", arguments: [1, 11, 12, 40])
  func trend(closed: Int) throws {
    var report = try MonthTextsTests.fullMonth()
    report.history = (1...40).prefix(closed).reversed().map { back in
      MonthFigures(
        month: report.month + -back, services: [:], all: report.result.summary.all, freight: FreightShares())
    }
    let trend = try table("Trend", in: try workbook(report))
    let months = rows(trend.table).map(\.first)
    let expected = (0...min(closed, 11)).reversed().map { report.month + -$0 }
    #expect(months == expected.map { .text($0.description) })
  }

  @Test("A restated case is listed with both verdicts")
  func restatements() throws {
    var month = try DataFilesTests.month()
    month.opening = BillingMonth("2026-09")
    month.verdicts = ["S-1": CountedVerdict(month: try #require(BillingMonth("2026-09")), verdict: .met)]
    let restated = rows(try table("Restatements", in: try workbook(try month.report())).table)
    #expect(restated.count == 1)
    #expect(restated[0][0] == .text("S-1"))
    #expect([restated[0][4], restated[0][6]] == [.text("達成"), .text("未達")])
  }
}

extension Cell {
  /// The value of a formula, else the cell itself.
  fileprivate var valueOfTest: Cell {
    if case .formula(_, let value) = self { value } else { self }
  }

  fileprivate var figureOfTest: Int? {
    if case .number(let number) = valueOfTest { number } else { nil }
  }
}
