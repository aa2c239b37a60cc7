import ArgumentParser

/// Why the program stops, with the exit status that a scheduler reads (終了コード).
struct Failure: Error, CustomStringConvertible {
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
  let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

}

extension ExitCode {
  /// Done, but rows were rejected or errors found.
  static let doneWithErrors = ExitCode(1)
}
