import Foundation
import Logging
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

/// What the program says on standard error: a bar on a terminal, a line per stage elsewhere (進捗表示).
final class Console: Sendable {
  private let logger: Logger
  private let hasBar: Bool
  private let started = ContinuousClock.now
  /// The stages that have ended; those that write may end in any order.
  private let done = Mutex<Set<Stage>>([])

  init(format: LogFormat, quiet: Bool) {
    hasBar = format == .text && !quiet && isatty(STDERR_FILENO) == 1
    var logger = Logger(label: "shimebi") { _ in StandardErrorLog(format: format) }
    logger.logLevel = quiet ? .warning : hasBar ? .notice : .info
    self.logger = logger
  }

  /// A stage has ended; `facts` are counts worth reading, such as rows.
  func ended(_ stage: Stage, _ facts: [(String, Int)] = []) {
    if hasBar { draw(after: stage, facts) }
    var metadata: Logger.Metadata = [:]
    for (name, count) in facts { metadata[name] = .string(String(count)) }
    logger.info("\(stage.rawValue)", metadata: metadata)
  }

  /// Something worth a line of its own.
  func say(_ text: String) {
    clearBar()
    logger.notice("\(text)")
  }

  func warn(_ text: String) {
    clearBar()
    logger.warning("\(text)")
  }

  func fail(_ text: String) {
    clearBar()
    logger.error("\(text)")
  }

  /// Removes the bar before results are printed.
  func clearBar() { if hasBar { write("\r\u{1B}[K") } }

  private func draw(after stage: Stage, _ facts: [(String, Int)]) {
    let ended = done.withLock { done in
      done.insert(stage)
      // Not every run has every stage.
      if stage == .publish { done.formUnion(Stage.allCases) }
      return done.reduce(0) { $0 + $1.weight }
    }
    let share = ended / Stage.allCases.reduce(0) { $0 + $1.weight }
    let filled = Int(share * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    let elapsed = started.duration(to: .now) / .seconds(1)
    let left = share > 0 ? Int((elapsed / share - elapsed).rounded(.up)) : 0
    let counts = facts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    write("\r\u{1B}[K\(bar) \(Int(share * 100))%  \(stage.rawValue)  \(counts)  ~\(left) s")
    if stage == .publish { clearBar() }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// Log lines on standard error, as text or as one JSON object a line.
private struct StandardErrorLog: LogHandler {
  let format: LogFormat
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let facts = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
    let line: String
    switch format {
    case .text:
      let level = event.level >= .warning ? "\(event.level): " : ""
      line = level + ([event.message.description] + facts.map { "\($0)=\($1)" }).joined(separator: "  ")
    case .json:
      var object = ["level": "\(event.level)", "message": event.message.description]
      for (name, value) in facts { object[name] = value }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      line = (try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
