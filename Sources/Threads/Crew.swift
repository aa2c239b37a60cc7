import Foundation

/// The threads of the program (作業スレッド).
///
/// Work may be shared from within shared work: a sheet is rendered in pieces while the other workbook is written. So the
/// threads do not belong to one batch. Who has nothing to do takes pieces of the oldest batch that needs help, and who waits
/// for the last pieces of a batch helps with those that were shared after it, whose pieces are smaller.
final class Crew: @unchecked Sendable {
  static let shared = Crew()

  /// Guards everything below; signalled when there may be something to do or to go on with.
  private let condition = NSCondition()
  /// The batches with pieces to take, the oldest first.
  private var batches: [(number: Int, batch: Batch)] = []
  private var shared = 0
  private var helpers = 0

  /// Has `batch` done by this thread and by those that are free.
  func run(_ batch: Batch) {
    condition.lock()
    shared += 1
    let number = shared
    batches.append((number, batch))
    hire(batch.limit - 1)
    condition.broadcast()
    // Its own batch is the oldest of these.
    while !batch.hasEnded {
      if let next = batchInNeed(from: number) { help(next) { batch.hasEnded } } else { condition.wait() }
    }
    condition.unlock()
  }

  /// As many threads beside the one that shares the work.
  private func hire(_ count: Int) {
    while helpers < count {
      helpers += 1
      Thread.detachNewThread { [self] in
        condition.lock()
        while true {
          if let batch = batchInNeed(from: 0) { help(batch) { false } } else { condition.wait() }
        }
      }
    }
  }

  private func batchInNeed(from number: Int) -> Batch? {
    batches.removeAll { $0.batch.isExhausted }
    return batches.first { $0.number >= number && $0.batch.needsHelp }?.batch
  }

  /// Leaves the lock while it works.
  private func help(_ batch: Batch, until stop: () -> Bool) {
    condition.unlock()
    batch.takePart(until: stop)
    condition.lock()
    condition.broadcast()
  }
}
