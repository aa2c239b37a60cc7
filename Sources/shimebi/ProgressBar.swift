import Foundation
import Synchronization

/// The stages of a run in their order, with their usual share of the time.
enum Stage: String, CaseIterable {
  case templates, read, ledger, judge, bill, management, finance, documents, tables, post, publish

  var weight: Double {
    switch self {
    case .templates, .ledger, .publish: 1
    case .bill, .post: 4
    case .judge, .finance, .tables: 8
    case .read, .documents: 15
    case .management: 40
    }
  }
}

/// How far a run is, on a terminal (進捗バー): the stages by their usual share of the time, what is being counted, and the time
/// that is left. Drawn ten times a second at most.
struct ProgressBar {
  private let started: ContinuousClock.Instant
  private var drawn: ContinuousClock.Instant?
  /// From 0 to 1; the stages that write run side by side.
  private var done: [Stage: Double] = [:]
  private var notes: [Stage: String] = [:]

  init(started: ContinuousClock.Instant) { self.started = started }

  /// The line to draw, where it is time to. A stage never goes back, whichever thread comes first.
  mutating func advance(
    _ stage: Stage, to share: Double, _ note: () -> String, at now: ContinuousClock.Instant
  ) -> String? {
    guard share >= done[stage, default: 0] else { return nil }
    done[stage] = min(1, share)
    // Not every run has every stage.
    if stage == .publish, share >= 1 { for stage in Stage.allCases { done[stage] = 1 } }
    if let drawn, now - drawn < .milliseconds(100), share < 1 { return nil }
    drawn = now
    notes[stage] = note()
    return line(stage, at: now)
  }

  private func line(_ stage: Stage, at now: ContinuousClock.Instant) -> String {
    let whole = Stage.allCases.reduce(0) { $0 + $1.weight }
    let share = Stage.allCases.reduce(0) { $0 + $1.weight * done[$1, default: 0] } / whole
    let filled = Int(share * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    let elapsed = started.duration(to: now) / .seconds(1)
    let left = share > 0 ? Int((elapsed / share - elapsed).rounded(.up)) : 0
    let active = Stage.allCases.filter { $0 == stage || (0..<1).contains(done[$0] ?? 1) }
    let counts = active.map { "\($0.rawValue) \(notes[$0] ?? "")" }.joined(separator: "  ")
    return "\(bar) \(Int(share * 100))%  \(counts)  ~\(left) s"
  }
}

/// Counts what several threads have done.
final class Tally: Sendable {
  private let count = Atomic(0)

  /// - Returns: all that was done.
  func add(_ number: Int) -> Int { count.wrappingAdd(number, ordering: .relaxed).newValue }
}
