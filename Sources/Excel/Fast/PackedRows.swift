import Dispatch
import Reports
import Synchronization

/// The rows of one long table, rendered and packed (明細の高速書き出し).
struct PackedRows: Sendable {
  /// Rows of one piece; fixed, so that the bytes do not depend on the number of threads.
  static let rowsPerPiece = 2_048
  /// zlib's level: rows repeat themselves so much that more effort gains little.
  static let level = 1

  private(set) var pieces: [Piece] = []
  private(set) var totals: TableTotals
  private(set) var cuts: [TextCut] = []

  private struct Part: Sendable {
    var piece: Piece
    var totals: TableTotals
    var cuts: [TextCut]
  }

  /// Renders on `jobs` threads; each takes the next piece that nobody has taken.
  init(
    _ placed: PlacedTable, sheet: String, widths: [Int: Double], styles: StyleTable, jobs: Int
  ) throws(ExcelFault) {
    let count = (placed.table.rows.count + PackedRows.rowsPerPiece - 1) / PackedRows.rowsPerPiece
    let next = Atomic(0)
    let parts = Mutex([Result<Part, ExcelFault>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
      var buffer = ByteBuffer(capacity: 4 << 20)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let part = PackedRows.render(index, placed, sheet, widths, styles, &buffer)
        parts.withLock { $0[index] = part }
      }
    }
    totals = TableTotals(placed.table.columns)
    for part in parts.withLock({ $0 }) {
      guard let part = try part?.get() else { throw .library("a piece of \(sheet) is missing") }
      pieces.append(part.piece)
      totals.add(part.totals)
      cuts += part.cuts
    }
  }

  private static func render(
    _ index: Int, _ placed: PlacedTable, _ sheet: String, _ widths: [Int: Double], _ styles: StyleTable,
    _ buffer: inout ByteBuffer
  ) -> Result<Part, ExcelFault> {
    var renderer = RowRenderer(placed, sheet: sheet, widths: widths, styles: styles)
    buffer.clear()
    let rows = index * rowsPerPiece..<min((index + 1) * rowsPerPiece, placed.table.rows.count)
    for row in rows { renderer.render(row, into: &buffer) }
    if let fault = renderer.fault { return .failure(fault) }
    let (totals, cuts) = (renderer.totals, renderer.cuts)
    do throws(ExcelFault) {
      let piece = try Deflater(level: level).pack(buffer.bytes, isLast: false)
      return .success(Part(piece: piece, totals: totals, cuts: cuts))
    } catch {
      return .failure(error)
    }
  }
}
