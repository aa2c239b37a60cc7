extension Workbook {
  /// Tables that are too long for a sheet go on in a next one, named `… (2)`, with the same heading.
  ///
  /// `limit` is the number of rows of a sheet. The total stands below the last part, over all of them.
  public func dividingLongTables(limit: Int = Sheet.maximumRows) -> Workbook {
    var divided = self
    divided.sheets = sheets.flatMap { $0.divided(limit) }
    return divided
  }
}

extension Sheet {
  /// Only the lowest table of a sheet can go on.
  fileprivate func divided(_ limit: Int) -> [Sheet] {
    guard let long = tables.indices.max(by: { tables[$0].nextRow < tables[$1].nextRow }),
      tables[long].nextRow > limit + 1, tables.indices.allSatisfy({ $0 == long || isAbove($0, long) })
    else { return [self] }
    let placed = tables[long]
    let room = Swift.max(1, limit - placed.origin.row - (placed.table.hasTotals ? 1 : 0))
    let starts = Array(stride(from: 0, to: placed.table.rows.count, by: room))
    var earlier: [PlacedTable.Part] = []
    return starts.enumerated().map { index, start in
      let range = start..<Swift.min(start + room, placed.table.rows.count)
      var part = index == 0 ? self : continuation(index + 1, of: long)
      var table = placed
      table.table.rows = placed.table.rows.slice(range)
      table.continues = index < starts.count - 1
      table.earlier = earlier
      if index == 0 { part.tables[long] = table } else { part.tables = [table] }
      earlier.append(PlacedTable.Part(sheet: part.name, body: table.body))
      return part
    }
  }

  private func isAbove(_ other: Int, _ long: Int) -> Bool { tables[other].nextRow <= tables[long].origin.row }

  /// The same sheet for further rows: its heading, without other tables, charts and conditions.
  private func continuation(_ number: Int, of long: Int) -> Sheet {
    var next = self
    let suffix = " (\(number))"
    next.name = String(decoding: name.utf16.prefix(31 - suffix.utf16.count), as: UTF16.self) + suffix
    let others = tables.indices.filter { $0 != long }.map { tables[$0] }
    let heading = others.map(\.origin.row).min() ?? tables[long].origin.row
    let below = others.map(\.nextRow).max() ?? heading
    next.cells = cells.filter { cell in
      let row = cell.range.through.row
      return row < heading || (row >= below && row <= tables[long].origin.row)
    }
    next.rowHeights = rowHeights.filter { $0.key <= tables[long].origin.row }
    next.charts = []
    next.conditions = []
    return next
  }
}
