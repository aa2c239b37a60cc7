/// The results of `count` independent pieces of work in their order, on at most `jobs` threads.
///
/// Throws the first fault in their order. A piece may itself share work: threads that have nothing to do help there.
@discardableResult
public func inParallel<Result: Sendable, Fault>(
  _ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) throws(Fault) -> Result
) throws(Fault) -> [Result] {
  try inParallel(
    count, jobs: jobs, with: {}, { (index: Int, _: inout Void) throws(Fault) in try work(index) })
}

/// The same where a thread needs memory that it uses again for its next piece (作業領域): a `state` of its own.
@discardableResult
public func inParallel<State: ~Copyable, Result: Sendable, Fault>(
  _ count: Int, jobs: Int, with state: @escaping @Sendable () -> State,
  _ work: @escaping @Sendable (Int, inout State) throws(Fault) -> Result
) throws(Fault) -> [Result] {
  var results: [Result] = []
  results.reserveCapacity(count)
  guard jobs > 1, count > 1 else {
    var state = state()
    for index in 0..<count { results.append(try work(index, &state)) }
    return results
  }
  let slots = Slots<Swift.Result<Result, Fault>>(count: count)
  Crew.shared.run(
    StatefulBatch(count: count, limit: min(jobs, count), state: state) { index, state in
      do throws(Fault) {
        slots.set(index, .success(try work(index, &state)))
      } catch {
        slots.set(index, .failure(error))
      }
    })
  for index in 0..<count {
    if let result = slots.take(index) { results.append(try result.get()) }
  }
  return results
}

/// Does pieces of work that need nothing of each other, at the same time where `jobs` allows it.
///
/// Throws the first fault in their order, when nothing runs any more.
public func concurrently(jobs: Int, _ work: [@Sendable () throws -> Void]) throws {
  try inParallel(work.count, jobs: jobs) { (index: Int) in try work[index]() }
}

/// The results of pieces of work of any kinds that need nothing of each other.
///
/// Throws the first fault in their order, when nothing runs any more.
public func together<each Result: Sendable>(
  jobs: Int, _ work: repeat @escaping @Sendable () throws -> each Result
) throws -> (repeat each Result) {
  let slots = (repeat Slots<each Result>(count: 1))
  var pieces: [@Sendable () throws -> Void] = []
  for (slots, work) in repeat (each slots, each work) { pieces.append { slots.set(0, try work()) } }
  try concurrently(jobs: jobs, pieces)
  return (repeat try (each slots).only())
}

/// The ranges into which `count` items are cut for `jobs` threads: enough of them to even out, in order.
public func pieces(of count: Int, jobs: Int, atLeast minimum: Int = 4096) -> [Range<Int>] {
  guard count > 0 else { return [] }
  let size = max(minimum, (count + jobs * 4 - 1) / (jobs * 4))
  return stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
}

/// One place for each result, each written once by one thread.
private final class Slots<Element: Sendable>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Element?>

  init(count: Int) {
    buffer = .allocate(capacity: count)
    buffer.initialize(repeating: nil)
  }
  deinit {
    buffer.deinitialize()
    buffer.deallocate()
  }
  func set(_ index: Int, _ element: Element) { buffer[index] = element }
  /// Taken out, so that nothing stands twice.
  func take(_ index: Int) -> Element? { buffer[index].take() }

  /// The result of the only piece, which has been set before anybody asks.
  func only() throws(CancellationError) -> Element {
    guard let element = take(0) else { throw CancellationError() }
    return element
  }
}
