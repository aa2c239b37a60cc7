import Records
import ServiceTerms

/// The columns in which tables of attainment count cases (達成率の列): from `met` to the attainment in percent.
struct AttainmentColumns {
  let labels: Labels
  /// How many columns stand before `met`.
  let before: Int

  static let counts = ["met", "missed", "no_target", "not_judged", "excluded", "open"]

  /// The counts, summed below, and the attainment, computed below from the sums.
  func columns(_ all: AttainmentCounts, totalRow: Int) -> [Table.Column] {
    Self.counts.map { Table.Column(labels.column($0), total: .sum, conditions: conditions($0)) } + [
      Table.Column(
        labels[Heading.attainment], total: .formula(formula(row: totalRow), value(all.attainmentPermille)))
    ]
  }

  private func conditions(_ column: String) -> [Condition.Rule] {
    column == "missed" ? [Condition.Rule(.greater(than: 0), .bad)] : []
  }

  /// The cells of the row with this index of a table at `origin`.
  func add(_ counts: AttainmentCounts, to row: inout Row, index: Int, at origin: Address) {
    for count in [counts.met, counts.missed, counts.noTarget, counts.notJudged, counts.excluded, counts.open]
    {
      row.add(.number(count))
    }
    let permille = counts.attainmentPermille
    row.add(
      .formula(formula(row: origin.row + 1 + index), value(permille)),
      permille == nil ? OwnLook.right(row: index) : nil)
  }

  /// Cut to one decimal of a percent, as in the data files; `-` where nothing was due.
  private func formula(row: Int) -> String {
    let met = Address(row: row, column: before + 1)
    let missed = Address(row: row, column: before + 2)
    return "IF(\(met)+\(missed)=0,\"-\",INT(\(met)*1000/(\(met)+\(missed)))/1000)"
  }

  func value(_ permille: Int?) -> Cell { permille.map { .permille($0) } ?? .text("-") }
}

/// Looks of the workbook's own: the word for “nothing due”, which stands where figures do, on a plain and a shaded row;
/// and figures of the dashboard with a sign, a warning, or in a narrow place.
enum OwnLook {
  static let all: [Look] =
    [Style.item, .itemAlternate].compactMap(\.look).map { $0.with { $0.horizontal = .right } }
    + [
      Style.kpiValue.look?.with { $0.numberFormat = "\"¥\"#,##0" },
      Style.kpiValue.look?.with { $0.colour = Style.bad.look?.colour ?? .ink },
      Style.item.look?.with { $0.shrinks = true },
    ].compactMap(\.self)

  static func right(row index: Int) -> Style { .own(index % 2) }
  static let kpiYen = Style.own(2)
  static let kpiBad = Style.own(3)
  /// A figure that gets smaller where it would not fit.
  static let shrunk = Style.own(4)
}

/// Attainment by something that has a name, with the cases of the month and the open ones.
struct AttainmentGroup: Sendable {
  var names: [Cell]
  var counts: AttainmentCounts
}

extension ManagementWorkbook {
  /// A table of groups; `headings` are the columns that name them.
  func attainmentTable(
    _ groups: [AttainmentGroup], headings: [String], name: String? = nil, hasFilter: Bool = false,
    at origin: Address
  ) -> Table {
    let columns = AttainmentColumns(labels: labels, before: origin.column - 1 + headings.count)
    let totalRow = origin.row + max(1, groups.count) + 1
    let named = headings.enumerated().map { index, heading in
      Table.Column(heading, total: index == 0 ? .label(labels[Heading.total]) : nil)
    }
    var all = AttainmentCounts()
    for group in groups { all += group.counts }
    return Table(
      name: name, columns: named + columns.columns(all, totalRow: totalRow),
      rows: Rows(count: groups.count) { index, row in
        for cell in groups[index].names { row.add(cell) }
        columns.add(groups[index].counts, to: &row, index: index, at: origin)
      }, hasFilter: hasFilter, emptyNote: labels[Heading.none])
  }
}
