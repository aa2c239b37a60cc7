import Dispatch

/// The results of `count` independent pieces of work in their order, on at most `jobs` threads.
func inParallel<Result: Sendable>(
  _ count: Int, jobs: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard jobs > 1, count > 1 else { return (0..<count).map(work) }
  let slots = Slots<Result>(count: count)
  let next = Counter()
  DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
    while let index = next.take(below: count) { slots.set(index, work(index)) }
  }
  return slots.results
}

/// Does pieces of work that need nothing of each other, at the same time where `jobs` allows it. Throws the first fault in
/// their order, when all have ended.
func concurrently(jobs: Int, _ work: [@Sendable () throws -> Void]) throws {
  let faults = inParallel(work.count, jobs: jobs) { index -> (any Error)? in
    do {
      try work[index]()
      return nil
    } catch { return error }
  }
  if let fault = faults.lazy.compactMap({ $0 }).first { throw fault }
}

/// The ranges into which `count` items are cut for `jobs` threads: enough of them to even out, in order.
func pieces(of count: Int, jobs: Int, atLeast minimum: Int = 4096) -> [Range<Int>] {
  guard count > 0 else { return [] }
  let size = max(minimum, (count + jobs * 4 - 1) / (jobs * 4))
  return stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
}

/// One place for each result, each written once by one thread.
private final class Slots<Result: Sendable>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Result?>

  init(count: Int) {
    buffer = .allocate(capacity: count)
    buffer.initialize(repeating: nil)
  }
  deinit {
    buffer.deinitialize()
    buffer.deallocate()
  }
  func set(_ index: Int, _ result: Result) { buffer[index] = result }
  var results: [Result] { buffer.compactMap { $0 } }
}

/// Hands out 0, 1, 2 ... to whoever asks.
private final class Counter: @unchecked Sendable {
  private var value = 0
  private let lock = DispatchQueue(label: "counter")

  func take(below limit: Int) -> Int? {
    lock.sync {
      guard value < limit else { return nil }
      defer { value += 1 }
      return value
    }
  }
}
