import CZlib
import Reports
import Synchronization
import Threads

/// The rows of one long table, rendered, packed and put into the store (明細の高速書き出し).
struct PackedRows: Sendable {
  /// Rows of one piece; fixed, so that the bytes do not depend on the number of threads.
  static let rowsPerPiece = 2_048

  private(set) var totals: TableTotals
  private(set) var cuts: [TextCut] = []
  /// The bytes in the store, before and after packing, and their checksum.
  private(set) var packed = 0
  private(set) var size = 0
  private(set) var checksum: UInt = 0

  /// Renders on `jobs` threads; each takes the next piece that nobody has taken.
  init(
    _ placed: PlacedTable, sheet: String, widths: [Int: Double], styles: StyleTable, jobs: Int,
    progress: @escaping @Sendable (Int) -> Void, into store: RowStore
  ) throws(ExcelFault) {
    let count = (placed.table.rows.count + PackedRows.rowsPerPiece - 1) / PackedRows.rowsPerPiece
    let line = Line(rows: PackedRows(TableTotals(placed.table.columns)))
    inParallel(count, jobs: jobs, with: Workplace.init) { index, place in
      let part = place.deflater.flatMap {
        PackedRows.render(index, placed, sheet, widths, styles, $0, &place.buffer)
      }
      line.add(part, index, to: store)
      progress(min(PackedRows.rowsPerPiece, placed.table.rows.count - index * PackedRows.rowsPerPiece))
    }
    self = try line.rows()
  }

  /// What a thread uses again for its next piece.
  private struct Workplace: ~Copyable {
    var buffer = ByteBuffer(capacity: 1 << 18)
    let deflater = Result { () throws(ExcelFault) in try Deflater() }
  }

  private init(_ totals: TableTotals) { self.totals = totals }

  private struct Part: Sendable {
    var piece: Piece
    var totals: TableTotals
    var cuts: [TextCut]
  }

  /// Pieces in their order, whoever is ready first.
  private final class Line: Sendable {
    private struct State {
      var rows: PackedRows
      var fault: ExcelFault?
      var waiting: [Int: Result<Part, ExcelFault>] = [:]
      var next = 0
    }
    private let state: Mutex<State>

    init(rows: PackedRows) { state = Mutex(State(rows: rows)) }

    func add(_ part: Result<Part, ExcelFault>, _ index: Int, to store: RowStore) {
      state.withLock { state in
        state.waiting[index] = part
        while let part = state.waiting.removeValue(forKey: state.next) {
          state.next += 1
          guard state.fault == nil else { continue }
          do throws(ExcelFault) { try state.rows.add(part.get(), to: store) } catch { state.fault = error }
        }
      }
    }

    func rows() throws(ExcelFault) -> PackedRows {
      try state.withLock { state throws(ExcelFault) in
        if let fault = state.fault { throw fault }
        return state.rows
      }
    }
  }

  private mutating func add(_ part: Part, to store: RowStore) throws(ExcelFault) {
    try store.append(part.piece.packed)
    packed += part.piece.packed.count
    size += part.piece.size
    checksum = crc32_combine(checksum, UInt(part.piece.checksum), part.piece.size)
    totals.add(part.totals)
    cuts += part.cuts
  }

  private static func render(
    _ index: Int, _ placed: PlacedTable, _ sheet: String, _ widths: [Int: Double], _ styles: StyleTable,
    _ deflater: Deflater, _ buffer: inout ByteBuffer
  ) -> Result<Part, ExcelFault> {
    var renderer = RowRenderer(placed, sheet: sheet, widths: widths, styles: styles)
    buffer.clear()
    let rows = index * rowsPerPiece..<min((index + 1) * rowsPerPiece, placed.table.rows.count)
    for row in rows { renderer.render(row, into: &buffer) }
    if let fault = renderer.fault { return .failure(fault) }
    let (totals, cuts) = (renderer.totals, renderer.cuts)
    do throws(ExcelFault) {
      let piece = try deflater.pack(buffer.bytes, isLast: false)
      return .success(Part(piece: piece, totals: totals, cuts: cuts))
    } catch {
      return .failure(error)
    }
  }
}
