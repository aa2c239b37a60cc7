import Synchronization

/// Pieces of work that are taken by number, each by one thread.
class Batch {
  /// The most threads that take part at the same time.
  let limit: Int
  private let count: Int
  private let taken = Atomic(0)
  private let ended = Atomic(0)
  private let taking = Atomic(0)

  init(count: Int, limit: Int) {
    self.count = count
    self.limit = limit
  }

  /// There are pieces that nobody has taken, and another thread may take part.
  var needsHelp: Bool {
    taken.load(ordering: .relaxed) < count && taking.load(ordering: .relaxed) < limit
  }

  var isExhausted: Bool { taken.load(ordering: .relaxed) >= count }

  /// Every piece has been done; what was done is seen by who asks.
  var hasEnded: Bool { ended.load(ordering: .acquiring) == count }

  /// Takes pieces until there are none or `stop` says so. Each thread that takes part makes a state of its own.
  func takePart(until stop: () -> Bool) {}

  fileprivate func enter() -> Bool {
    if taking.wrappingAdd(1, ordering: .relaxed).newValue <= limit { return true }
    leave()
    return false
  }

  fileprivate func leave() { taking.wrappingSubtract(1, ordering: .relaxed) }

  fileprivate func take() -> Int? {
    let piece = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return piece < count ? piece : nil
  }

  fileprivate func end() { ended.wrappingAdd(1, ordering: .acquiringAndReleasing) }
}

/// Pieces whose work needs memory that a thread uses again for its next piece.
final class StatefulBatch<State: ~Copyable>: Batch {
  private let state: () -> State
  private let work: (Int, inout State) -> Void

  init(count: Int, limit: Int, state: @escaping () -> State, work: @escaping (Int, inout State) -> Void) {
    self.state = state
    self.work = work
    super.init(count: count, limit: limit)
  }

  override func takePart(until stop: () -> Bool) {
    guard enter() else { return }
    defer { leave() }
    guard !stop(), let first = take() else { return }
    var state = state()
    work(first, &state)
    end()
    while !stop(), let piece = take() {
      work(piece, &state)
      end()
    }
  }
}
