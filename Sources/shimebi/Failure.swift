import ArgumentParser
import Records

/// Why the program stops, with the exit status that a scheduler reads (終了コード).
struct Failure: Error {
  enum Kind: Int32 {
    /// The input or a template cannot be used; nothing was written.
    case badInput = 65
    /// A control total failed, or something that should never happen did.
    case `internal` = 70
    case cannotWrite = 73
    /// Somebody else holds the lock; the same command may succeed later.
    case locked = 75
  }

  let kind: Kind
  let message: Message

  init(_ kind: Kind, _ message: Message) {
    self.kind = kind
    self.message = message
  }

  init(_ kind: Kind, ja: String, en: String) { self.init(kind, Message(ja: ja, en: en)) }
}

extension ExitCode {
  /// Done, but rows were rejected or errors found.
  static let doneWithErrors = ExitCode(1)
}
