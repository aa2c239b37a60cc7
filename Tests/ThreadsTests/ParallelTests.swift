import Foundation
import Synchronization
import Testing

@testable import Threads

struct ParallelTests {
  struct Fault: Error, Equatable { var piece: Int }

  @Test("Results stand in the order of the pieces, for any number of threads", arguments: [1, 2, 3, 8])
  func order(jobs: Int) {
    let squares = inParallel(1000, jobs: jobs) { $0 * $0 }
    #expect(squares == (0..<1000).map { $0 * $0 })
    #expect(inParallel(0, jobs: jobs) { $0 } == [])
  }

  @Test("Of several faults the first in the order of the pieces is thrown", arguments: [1, 4])
  func firstFault(jobs: Int) {
    #expect(throws: Fault(piece: 7)) {
      try inParallel(100, jobs: jobs) { piece throws(Fault) in
        if piece % 10 == 7 { throw Fault(piece: piece) }
      }
    }
  }

  @Test("No more threads take part than there are jobs, each with a state of its own")
  func states() {
    let inside = Atomic(0)
    let most = Atomic(0)
    inParallel(
      200, jobs: 3, with: { 0 },
      { _, uses in
        uses += 1
        let now = inside.wrappingAdd(1, ordering: .relaxed).newValue
        most.max(now, ordering: .relaxed)
        Thread.sleep(forTimeInterval: 0.0005)
        inside.wrappingSubtract(1, ordering: .relaxed)
      })
    let threads = most.load(ordering: .relaxed)
    #expect(threads <= 3)
  }

  @Test("A thread whose own work is done helps with pieces that another one shares")
  func nested() throws {
    // The pieces wait for each other, so they only end when two threads are at them.
    let meeting = Meeting(of: 2)
    let helped = Atomic(false)
    try concurrently(
      jobs: 2,
      [
        {
          let met = inParallel(2, jobs: 2) { _ in meeting.join() }
          helped.store(met == [true, true], ordering: .relaxed)
        }, {},
      ])
    let result = helped.load(ordering: .relaxed)
    #expect(result)
  }

  @Test("Work within work within work ends, with every piece done once")
  func deep() {
    let done = Atomic(0)
    for jobs in [2, 3, 4, 8] {
      for _ in 0..<50 {
        inParallel(6, jobs: jobs) { outer in
          inParallel(1 + outer, jobs: jobs) { _ in
            inParallel(4, jobs: jobs) { _ in done.wrappingAdd(1, ordering: .relaxed) }
          }
        }
      }
    }
    let count = done.load(ordering: .relaxed)
    #expect(count == 4 * 50 * (1 + 2 + 3 + 4 + 5 + 6) * 4)
  }

  @Test("Ranges cover all items once, and small work stays whole")
  func ranges() {
    #expect(pieces(of: 0, jobs: 4).isEmpty)
    #expect(pieces(of: 100, jobs: 4) == [0..<100])
    let cut = pieces(of: 100_000, jobs: 4)
    #expect(cut.flatMap { Array($0) } == Array(0..<100_000))
    #expect(cut.count == 16)
  }
}

/// Lets those who join go when all are there; gives up after a while.
private final class Meeting: @unchecked Sendable {
  private let condition = NSCondition()
  private var awaited: Int

  init(of count: Int) { awaited = count }

  func join() -> Bool {
    condition.lock()
    defer { condition.unlock() }
    awaited -= 1
    condition.broadcast()
    let limit = Date(timeIntervalSinceNow: 20)
    while awaited > 0 { if !condition.wait(until: limit) { return false } }
    return true
  }
}
