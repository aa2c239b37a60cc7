import Records

/// A part of an export that begins, as far as the quotes before it tell, with a row.
struct Chunk {
  let range: Range<Int>
  let firstLine: Int
  /// The most rows that can begin in it.
  let rowLimit: Int
}

extension Chunk {
  /// The chunks from `start` on. A stretch that begins inside quotes belongs to the chunk before it.
  static func divide(_ source: SourceText, from start: Int, line: Int) -> [Chunk] {
    var chunks: [Chunk] = []
    var quotes = 0
    var newlines = 0
    for stretch in source.stretches {
      let startsInside = quotes % 2 == 1
      let firstLine = newlines + 1
      quotes += stretch.quotes
      newlines += stretch.newlines
      guard stretch.range.upperBound > start else { continue }
      if let last = chunks.last, startsInside {
        chunks[chunks.count - 1] = Chunk(
          range: last.range.lowerBound..<stretch.range.upperBound, firstLine: last.firstLine,
          rowLimit: last.rowLimit + stretch.newlines)
      } else if stretch.range.lowerBound > start {
        chunks.append(Chunk(range: stretch.range, firstLine: firstLine, rowLimit: stretch.newlines))
      } else {
        chunks.append(
          Chunk(
            range: start..<stretch.range.upperBound, firstLine: line, rowLimit: newlines - (line - 1)))
      }
    }
    guard let last = chunks.last else { return [] }
    // The last line may have no end.
    chunks[chunks.count - 1] = Chunk(
      range: last.range, firstLine: last.firstLine, rowLimit: last.rowLimit + 1)
    return chunks
  }
}

/// What a chunk held, beside the records themselves, which stand in their slots.
struct ChunkReading {
  /// Where the row after the last one begins, and on which line.
  var end = 0
  var endLine = 0
  /// Per record: its line, where its row begins, and the hash of its key.
  var lines: [Int32] = []
  var starts: [Int] = []
  var hashes: [UInt32] = []
  var findings: [Finding] = []
  var rejected: [RejectedRows.Row] = []
  var rejectedKeys: [Identifier] = []
  /// The line of a quote that is not closed.
  var unclosedLine: Int?
}

extension ChunkReading {
  /// Reads the rows that begin in `chunk`, from `position` on, into the slots from the first on.
  static func read<Table: ExportTable>(
    _ source: SourceText, _ reader: inout RowReader<Table>, _ chunk: Chunk, from position: Int, line: Int,
    into slots: Slots<Table.Row>
  ) -> ChunkReading {
    var reading = ChunkReading()
    var scanner = RowScanner(source, at: position, line: line)
    reading.reserve(chunk.rowLimit)
    do throws(QuoteUnclosed) {
      while scanner.position < chunk.range.upperBound, try scanner.next() {
        slots.fill(at: reading.lines.count, Table.blank) { row in
          reading.add(reader.read(scanner, into: &row), source, scanner)
        }
      }
    } catch {
      reading.unclosedLine = error.line
    }
    reading.end = scanner.position
    reading.endLine = scanner.line
    return reading
  }

  private mutating func reserve(_ rows: Int) {
    lines.reserveCapacity(rows)
    starts.reserveCapacity(rows)
    hashes.reserveCapacity(rows)
  }

  /// Notes what became of a row; says whether it is a record.
  private mutating func add(_ outcome: RowOutcome, _ source: SourceText, _ scanner: RowScanner) -> Bool {
    switch outcome {
    case .record(let keyHash):
      lines.append(Int32(truncatingIfNeeded: scanner.rowLine))
      starts.append(scanner.rowRange.lowerBound)
      hashes.append(keyHash)
      return true
    case .rejected(let faults, let key):
      let bytes = Array(source.bytes[scanner.rowRange])
      rejected.append(RejectedRows.Row(bytes: bytes, line: scanner.rowLine, findings: faults))
      findings += faults
      if let key { rejectedKeys.append(key) }
    case .total(let finding): findings.append(finding)
    case .blank: break
    }
    return false
  }
}
