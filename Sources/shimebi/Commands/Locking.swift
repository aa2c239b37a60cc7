import Foundation
import Ledger
import Records

/// Keeps the ledger's folder to one run at a time (二重起動の防止).
enum Locking {
  /// Takes the lock; nil where `isReader` and there is no ledger yet, so that nothing needs guarding.
  static func lock(ledger path: String, isReader: Bool, waits: Bool) throws(Failure) -> LedgerLock? {
    if isReader && !FileManager.default.fileExists(atPath: path) { return nil }
    let folder = (path as NSString).deletingLastPathComponent
    let holder = "process \(getpid()), since \(Date().formatted(.iso8601))"
    do throws(LedgerLock.Fault) {
      return try LedgerLock(folder: folder, holder: holder, waits: waits)
    } catch {
      switch error {
      case .held(let other):
        throw Failure(
          .locked,
          ja: "\(path): \(other.isEmpty ? "ほかの実行" : other) が使用中です。もう一度実行するか、--wait で待ってください",
          en: "\(path): in use by \(other.isEmpty ? "another run" : other); try again, or wait with --wait")
      case .cannotWrite(let path, let code):
        if isReader { return nil }
        throw Failure(.cannotWrite, FileFault(path: path, reason: Message(errno: code)).message)
      }
    }
  }
}
