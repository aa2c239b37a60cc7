public import Reports

extension Sheet {
  /// How many rows of the sheet stand in its file: those with a cell or a height of their own.
  var writtenRows: Int {
    var spans = cells.map { $0.range.from.row...$0.range.through.row }
    spans += tables.map { $0.whole.from.row...$0.whole.through.row }
    spans += rowHeights.keys.map { $0...$0 }
    var count = 0
    var last = 0
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) where span.upperBound > last {
      count += span.upperBound - max(last, span.lowerBound - 1)
      last = span.upperBound
    }
    return count
  }
}

extension Sheet {
  /// The rows of its tables, without headers and totals.
  public var tableRows: Int { tables.reduce(0) { $0 + $1.table.rows.count } }
}
