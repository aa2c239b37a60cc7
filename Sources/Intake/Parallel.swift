import Dispatch
import Synchronization

/// Work on the parts of a file by several threads.
enum Parallel {
  /// The results of `body(0..<count)` in order; `jobs` threads take the next number whenever they are free.
  static func map<Result>(_ count: Int, jobs: Int, _ body: (Int) -> Result) -> [Result] {
    guard jobs > 1, count > 1 else { return (0..<count).map(body) }
    return withoutActuallyEscaping(body) { body in
      // The threads share what `body` reads; what it writes is at places of their own.
      nonisolated(unsafe) let body = body
      return [Result](unsafeUninitializedCapacity: count) { results, initialized in
        let places = Places(results)
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
          while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            places.put(body(index), at: index)
          }
        }
        initialized = count
      }
    }
  }

  /// Memory that each thread writes at places of its own.
  private struct Places<Element>: @unchecked Sendable {
    private let buffer: UnsafeMutableBufferPointer<Element>
    init(_ buffer: UnsafeMutableBufferPointer<Element>) { self.buffer = buffer }
    func put(_ element: Element, at index: Int) { buffer.initializeElement(at: index, to: element) }
  }
}
