import Records
import ServiceTerms

/// A sheet of a workbook while it is built (帳票シート): a head that says what it is, then tables below each other.
///
/// Row 1 has the title, row 2 month and as-of, row 3 the way back to the first sheet; then come the clauses on which the
/// figures rest, and a blank row.
struct ReportSheet {
  private(set) var sheet: Sheet
  private let legend: [String]
  private static let legendRow = 4
  /// A legend is at least so wide, in half-width characters, also over a narrow table.
  private static let legendWidth = 112.0
  private static let plainColumn = 8.4

  init(_ label: SheetLabel, _ workbook: ManagementWorkbook, clauses: [Clause] = [], notes: [String] = []) {
    let labels = workbook.labels
    self.init(
      name: labels[label], of: workbook.report, colour: label.tabColour,
      back: .link(labels[Heading.toDashboard], to: workbook.place(.dashboard)), clauses: clauses,
      notes: notes, labels: labels)
  }

  /// A sheet of any workbook; `back` leads to the sheet on which the workbook opens.
  init(
    name: String, of report: MonthReport, colour: Colour, back: Cell, clauses: [Clause] = [],
    notes: [String] = [], labels: Labels
  ) {
    legend = clauses.map { "\($0.id)  \(labels[$0])" } + notes
    sheet = Sheet(name: name)
    sheet.tabColour = colour
    sheet.page.header = Page.Line(left: labels.name(of: report.company), right: labels.month(report.month))
    sheet.put(name, .title, at: Address(row: 1, column: 1))
    sheet.put(
      "\(labels.month(report.month))   \(labels.state(of: report))", .subtitle, at: Address(row: 2, column: 1)
    )
    sheet.put(back, .link, at: Address(row: 3, column: 1))
  }

  /// Where the next table's section, or the table itself, begins.
  var nextRow: Int { max(sheet.nextRow, Self.legendRow + legend.count) + 1 }

  /// Puts a table below what is there, under a heading of its own where the sheet has several.
  @discardableResult
  mutating func add(_ heading: String? = nil, _ table: (_ origin: Address) -> Table) -> PlacedTable {
    add(heading, at: Address(row: nextRow, column: 1), table)
  }

  /// Puts a table with its heading at `place`, such as beside another one.
  @discardableResult
  mutating func add(
    _ heading: String?, at place: Address, _ table: (_ origin: Address) -> Table
  ) -> PlacedTable {
    guard let heading else { return sheet.place(table(place), at: place) }
    let origin = place.moved(rows: 1)
    let placed = sheet.place(table(origin), at: origin)
    if placed.header.columnCount > 2 {
      let end = Address(row: place.row, column: placed.header.through.column)
      sheet.merge(CellRange(place, end), .text(heading), .section)
    } else {
      // Over a narrow table the heading runs on to the right.
      sheet.put(heading, .section, at: place)
    }
    return placed
  }

  /// Puts a table to the right of another, header beside header, so that their rows are of one height.
  @discardableResult
  mutating func add(
    _ heading: String, beside left: PlacedTable, column: Int, _ table: (_ origin: Address) -> Table
  ) -> PlacedTable {
    add(heading, at: Address(row: left.origin.row - 1, column: column), table)
  }

  /// A new page begins below everything that is there.
  mutating func breakPage() { sheet.page.breaksAfter.append(nextRow - 1) }

  mutating func change(_ change: (inout Sheet) -> Void) { change(&sheet) }

  /// The sheet with its legend laid over the width of the tables.
  func finished() -> Sheet {
    var sheet = sheet
    let widths = sheet.fittedWidths()
    var columns = max(1, sheet.tables.map { $0.origin.column + $0.table.columns.count - 1 }.max() ?? 1)
    func width() -> Double { (1...columns).reduce(0) { $0 + (widths[$1] ?? Self.plainColumn) } }
    while width() < Self.legendWidth { columns += 1 }
    sheet.columnWidths = widths
    // The small type of a legend is narrower than the grid.
    let room = Int(width() * 1.1)
    for (index, line) in legend.enumerated() {
      let row = Self.legendRow + index
      sheet.merge(
        CellRange(Address(row: row, column: 1), Address(row: row, column: columns)), .text(line), .paragraph)
      sheet.rowHeights[row] = 13.5 * Double((line.halfWidths + room - 1) / room) + 1.5
    }
    return sheet
  }
}

extension SheetLabel {
  /// Sheets of one subject have one colour.
  fileprivate var tabColour: Colour {
    switch self {
    case .dashboard: .accent
    case .attainment, .customers, .leadTimes, .caseDetail, .attention, .restatements: .blue
    case .freightSummary, .freight, .reconciliation, .unreturned, .disks: .orange
    case .renewalSummary, .renewals: .teal
    case .ticketSummary, .inquiries, .packs: .wine
    case .findings, .clauses, .closedDays: .grey
    }
  }
}

extension ManagementWorkbook {
  /// `2026年10月   2026/10/31 24:00 現在   下書き`
  var subtitle: String {
    "\(labels.month(report.month))   \(state)"
  }

  var state: String { labels.state(of: report) }
}

extension Labels {
  /// In the language of the reports, where the company has a name in it.
  func name(of company: Company) -> String {
    language == .en && !company.nameEnglish.isEmpty ? company.nameEnglish : company.name
  }

  /// `2026/10/31 24:00 現在   下書き`
  func state(of report: MonthReport) -> String {
    let asOf = phrase(.asOf, ["day": day(report.month.lastDay)])
    return "\(asOf)   \(self[report.isFinal ? Heading.final : Heading.draft])"
  }
}
