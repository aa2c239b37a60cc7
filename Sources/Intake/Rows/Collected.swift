import Records

/// What the chunks of a file held, put together in the order of the file.
struct Collected {
  var lines: [Int32] = []
  var starts: [Int] = []
  var hashes: [UInt32] = []
  var findings: [Finding] = []
  var rejected: [RejectedRows.Row] = []
  var rejectedKeys: [Identifier] = []

  /// Empties `parts` on the way, so that nothing is held twice.
  init(_ parts: inout [ChunkReading]) {
    let count = parts.reduce(0) { $0 + $1.lines.count }
    lines.reserveCapacity(count)
    starts.reserveCapacity(count)
    hashes.reserveCapacity(count)
    for index in parts.indices {
      lines += parts[index].lines
      starts += parts[index].starts
      hashes += parts[index].hashes
      findings += parts[index].findings
      rejected += parts[index].rejected
      rejectedKeys += parts[index].rejectedKeys
      parts[index] = ChunkReading()
    }
  }

  /// Notes the rows whose key an earlier row has: equal ones are ignored, others rejected.
  ///
  /// - Returns: The numbers of the rows to leave out.
  mutating func judge<Table: ExportTable>(
    _ repetitions: [KeyIndex.Repetition], _ rows: [Table.Row], _ table: Table.Type, _ source: SourceText
  ) -> [Int] {
    guard !repetitions.isEmpty, let keyColumn = Table.Column.allCases.first?.rawValue else { return [] }
    for repetition in repetitions {
      let isEqual = rows[repetition.later] == rows[repetition.first]
      let key = Table.key(of: rows[repetition.later]).text
      let line = Int(lines[repetition.later])
      let finding = Finding(
        isEqual ? .duplicateIdentical : .duplicateConflict, file: Table.file.rawValue, line: line,
        column: keyColumn, value: key, key: key, detail: String(lines[repetition.first]))
      findings.append(finding)
      if !isEqual {
        let bytes = rowBytes(repetition.later, source)
        rejected.append(RejectedRows.Row(bytes: bytes, line: line, findings: [finding]))
      }
    }
    findings = sortedByLine(findings, \.line)
    rejected = sortedByLine(rejected, \.line)
    return repetitions.map(\.later)
  }

  private func rowBytes(_ index: Int, _ source: SourceText) -> [UInt8] {
    var scanner = RowScanner(source, at: starts[index], line: Int(lines[index]))
    // The row has been read before, so that it has an end.
    guard (try? scanner.next()) == true else { return [] }
    return Array(source.bytes[scanner.rowRange])
  }

  /// Several elements of one line keep their order.
  private func sortedByLine<Element>(_ elements: [Element], _ line: (Element) -> Int) -> [Element] {
    let sorted = elements.enumerated().sorted {
      (line($0.element), $0.offset) < (line($1.element), $1.offset)
    }
    return sorted.map(\.element)
  }
}
