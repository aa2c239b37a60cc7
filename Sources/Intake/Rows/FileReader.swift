import Records
import Threads

/// Reads one export whole: first look, header, rows by several threads, and repeated keys.
///
/// The result is the same for any number of threads and any size of the parts.
struct FileReader<Table: ExportTable> {
  let aliases: ColumnAliases
  let jobs: Int
  let stretchSize: Int
  /// Called, by any thread, when a part of the file has been looked at or read.
  let progress: @Sendable (ReadingProgress) -> Void

  func read(_ bytes: UnsafeRawBufferPointer) throws(IntakeFault) -> Reading<Table.Row> {
    let source = try SourceText(
      bytes, file: Table.file.rawValue, jobs: jobs, stretchSize: stretchSize,
      done: { [progress] in progress(ReadingProgress(file: Table.file, stage: .scanned, range: $0, rows: 0)) }
    )
    var scanner = RowScanner(source, at: source.body.lowerBound, line: 1)
    let header = try Header<Table>(source, &scanner, aliases: aliases)
    let chunks = Chunk.divide(source, from: scanner.position, line: scanner.line)
    var (rows, parts) = readRows(source, header, chunks)
    if let line = parts.lazy.compactMap(\.unclosedLine).first {
      throw IntakeFault(.quoteUnclosed, file: Table.file.rawValue, line: line)
    }
    var collected = Collected(&parts)
    let index = KeyIndex(collected.hashes, jobs: jobs) { [rows] in
      Table.key(of: rows[$0]) == Table.key(of: rows[$1])
    }
    let repeated = collected.judge(index.repetitions, rows, Table.self, source)
    let rejectedKeys = collected.rejectedKeys.filter { key in
      index.first(KeyHash.hash(key)) { Table.key(of: rows[$0]) == key } == nil
    }
    rows.remove(at: repeated)
    collected.lines.remove(at: repeated)
    return Reading(
      export: Export(rows: rows, lines: collected.lines, rejectedKeys: Set(rejectedKeys)),
      findings: header.notices + collected.findings,
      rejected: RejectedRows(encoding: source.encoding, header: header.bytes, rows: collected.rejected),
      encoding: source.encoding)
  }

  /// The records in the order of the file, in one array that all threads fill, and what else the chunks held.
  private func readRows(
    _ source: SourceText, _ header: Header<Table>, _ chunks: [Chunk]
  ) -> ([Table.Row], [ChunkReading]) {
    var parts: [ChunkReading] = []
    var offsets: [Int] = []
    var room = 0
    for chunk in chunks {
      offsets.append(room)
      room += chunk.rowLimit
    }
    let rows = [Table.Row](unsafeUninitializedCapacity: room) { buffer, count in
      let slots = Slots(buffer)
      let reader = { @Sendable in RowReader<Table>(source, header) }
      parts = inParallel(chunks.count, jobs: jobs, with: reader) { [offsets, progress] index, reader in
        let chunk = chunks[index]
        let reading = ChunkReading.read(
          source, &reader, chunk, from: chunk.range.lowerBound, line: chunk.firstLine,
          into: slots.part(from: offsets[index], count: chunk.rowLimit))
        progress(
          ReadingProgress(
            file: Table.file, stage: .read, range: chunk.range, rows: reading.lines.count))
        return reading
      }
      mend(&parts, source, header, chunks, slots, offsets)
      for (part, offset) in zip(parts, offsets) {
        slots.move(part.lines.count, from: offset, to: count)
        count += part.lines.count
      }
    }
    return (rows, parts)
  }

  /// Reads a chunk again where the one before it did not end at its start, because a quote stood inside a field.
  private func mend(
    _ parts: inout [ChunkReading], _ source: SourceText, _ header: Header<Table>, _ chunks: [Chunk],
    _ slots: Slots<Table.Row>, _ offsets: [Int]
  ) {
    var reader = RowReader<Table>(source, header)
    var end = chunks.first?.range.lowerBound ?? 0
    var line = chunks.first?.firstLine ?? 1
    for (index, chunk) in chunks.enumerated() {
      if end != chunk.range.lowerBound {
        let part = slots.part(from: offsets[index], count: chunk.rowLimit)
        part.clear(parts[index].lines.count)
        parts[index] = ChunkReading.read(source, &reader, chunk, from: end, line: line, into: part)
      }
      (end, line) = (parts[index].end, parts[index].endLine)
      if parts[index].unclosedLine != nil {
        // What comes after belongs to the quote, whatever it looked like.
        for later in parts.indices.dropFirst(index + 1) {
          slots.part(from: offsets[later], count: chunks[later].rowLimit).clear(parts[later].lines.count)
        }
        parts.removeSubrange((index + 1)...)
        return
      }
    }
  }
}

extension Array {
  /// Removes the elements at `indices`, which ascend.
  mutating func remove(at indices: [Int]) {
    guard var write = indices.first else { return }
    var removed = indices[...]
    for read in write..<count {
      if removed.first == read {
        removed.removeFirst()
      } else {
        swapAt(write, read)
        write += 1
      }
    }
    removeLast(indices.count)
  }
}
