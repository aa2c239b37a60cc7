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
  fileprivate func divided(_ limit: Int) -> [Sheet] {
    guard let placed = tables.first(where: { $0.nextRow > limit + 1 }), tables.count == 1 else {
      return [self]
    }
    let room = Swift.max(1, limit - placed.origin.row - (placed.table.hasTotals ? 1 : 0))
    let starts = Array(stride(from: 0, to: placed.table.rows.count, by: room))
    var earlier: [PlacedTable.Part] = []
    return starts.enumerated().map { index, start in
      let range = start..<Swift.min(start + room, placed.table.rows.count)
      var part = index == 0 ? self : continuation(index + 1, above: placed.origin.row)
      var table = placed
      table.table.rows = placed.table.rows.slice(range)
      table.continues = index < starts.count - 1
      table.earlier = earlier
      part.tables = [table]
      earlier.append(PlacedTable.Part(sheet: part.name, body: table.body))
      return part
    }
  }

  /// The same sheet for further rows: its heading, without charts and conditions of its own.
  private func continuation(_ number: Int, above row: Int) -> Sheet {
    var next = self
    let suffix = " (\(number))"
    next.name = String(decoding: name.utf16.prefix(31 - suffix.utf16.count), as: UTF16.self) + suffix
    next.cells = cells.filter { $0.range.through.row <= row }
    next.rowHeights = rowHeights.filter { $0.key <= row }
    next.charts = []
    next.conditions = []
    return next
  }
}
