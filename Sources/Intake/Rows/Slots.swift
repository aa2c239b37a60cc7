/// Room for the records of a part of a file, in the one array that holds all of them.
///
/// Each part is filled by one thread; nobody else touches its slots meanwhile.
struct Slots<Row>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Row>

  init(_ buffer: UnsafeMutableBufferPointer<Row>) { self.buffer = buffer }

  /// The part of `count` slots from `start` on.
  func part(from start: Int, count: Int) -> Slots {
    Slots(UnsafeMutableBufferPointer(rebasing: buffer[start..<start + count]))
  }

  /// Fills the slot at `index`, which is empty, with `blank` and lets `body` write there; empties it again unless
  /// `body` says that the row is to be kept.
  @inline(__always)
  func fill(at index: Int, _ blank: Row, _ body: (inout Row) -> Bool) {
    buffer.initializeElement(at: index, to: blank)
    if !body(&buffer[index]) { buffer.deinitializeElement(at: index) }
  }

  /// Empties the first `count` slots.
  func clear(_ count: Int) { buffer[..<count].deinitialize() }

  /// Moves the `count` records from `source` on down to `target`, behind which all slots up to `source` are empty.
  func move(_ count: Int, from source: Int, to target: Int) {
    guard source != target, count > 0 else { return }
    _ = buffer[target..<target + count].moveInitialize(fromContentsOf: buffer[source..<source + count])
  }
}
