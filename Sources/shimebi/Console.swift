import Foundation
import Logging
import Records
import Synchronization

/// What the program says on standard error: a bar on a terminal, a line per stage elsewhere (進捗表示).
final class Console: Sendable {
  private let logger: Logger
  private let language: Language
  /// Standard error is a terminal, and somebody may be looking.
  private let hasBar: Bool
  private let bar = Mutex(ProgressBar(started: .now))

  init(format: LogFormat, language: Language, quiet: Bool) {
    self.language = language
    hasBar = format == .text && !quiet && isatty(STDERR_FILENO) == 1
    var logger = Logger(label: "shimebi") { _ in StandardErrorLog(format: format) }
    logger.logLevel = quiet ? .warning : hasBar ? .notice : .info
    self.logger = logger
  }

  /// How far a stage is, from 0 to 1, and what has been counted; called by any thread.
  func advanced(_ stage: Stage, to share: Double, _ note: () -> String) {
    guard hasBar else { return }
    bar.withLock { bar in
      if let line = bar.advance(stage, to: share, note, at: .now) { write("\r\u{1B}[K\(line)") }
    }
  }

  /// A stage has ended; `facts` are counts worth reading, such as rows.
  func ended(_ stage: Stage, _ facts: [(String, Int)] = []) {
    advanced(stage, to: 1) { facts.map { "\($0.0) \($0.1)" }.joined(separator: ", ") }
    if stage == .publish { clearBar() }
    var metadata: Logger.Metadata = [:]
    for (name, count) in facts { metadata[name] = .stringConvertible(count) }
    logger.info("\(stage.rawValue)", metadata: metadata)
  }

  /// Something worth a line of its own.
  func say(_ message: Message) {
    clearBar()
    logger.notice("\(message[language])")
  }

  func warn(_ message: Message) {
    clearBar()
    logger.warning("\(message[language])")
  }

  func fail(_ message: Message) {
    clearBar()
    logger.error("\(message[language])")
  }

  /// Goes on where the reader of a pipe has gone, as in `2>&1 | head`: what is said is then lost, and the month is not.
  func outliveReader() { signal(SIGPIPE, SIG_IGN) }

  /// Removes the bar before results are printed.
  func clearBar() { if hasBar { write("\r\u{1B}[K") } }

  private func write(_ text: String) { StandardError.write(text) }
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
    let facts = (event.metadata ?? [:]).sorted { $0.key < $1.key }
    let line: String
    switch format {
    case .text:
      let level = event.level >= .warning ? "\(event.level): " : ""
      line =
        level + ([event.message.description] + facts.map { "\($0.key)=\($0.value)" }).joined(separator: "  ")
    case .json:
      var object: [String: Any] = ["level": "\(event.level)", "message": event.message.description]
      for (name, value) in facts {
        if case .stringConvertible(let count as Int) = value {
          object[name] = count
        } else {
          object[name] = "\(value)"
        }
      }
      let bytes = try? JSONSerialization.data(
        withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
      line = bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    StandardError.write(line + "\n")
  }
}

/// Where diagnostics go (標準エラー出力); where they cannot be written, such as on a full disk, they are lost and the month is not.
private enum StandardError {
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 || (written < 0 && errno == EINTR) else { return }
      rest = rest.dropFirst(max(0, written))
    }
  }
}
