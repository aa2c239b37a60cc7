#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps a second run out of the ledger's folder (台帳フォルダのロック) for as long as it lives.
///
/// The kernel holds the lock and drops it with the process, so a killed run leaves nothing to clean up; the file's text only
/// says who holds it.
public final class LedgerLock: Sendable {
  private let descriptor: Int32

  public enum Fault: Error, Equatable, Sendable {
    /// Another run holds the lock; `holder` is what it wrote about itself.
    case held(holder: String)
    /// The lock file cannot be written; `code` is the system's number for the reason.
    case cannotWrite(path: String, code: Int32)
  }

  public static let fileName = ".shimebi.lock"

  /// Takes the lock of `folder`; `holder` says who (process and since when).
  ///
  /// - Parameter waits: wait for the other run instead of throwing `held`.
  public init(folder: String, holder: String, waits: Bool = false) throws(Fault) {
    let path = (folder.isEmpty ? "." : folder) + "/" + Self.fileName
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .cannotWrite(path: path, code: errno)
    }
    var result = flock(descriptor, LOCK_EX | (waits ? 0 : LOCK_NB))
    while result != 0 && errno == EINTR { result = flock(descriptor, LOCK_EX | (waits ? 0 : LOCK_NB)) }
    guard result == 0 else {
      let other = Self.text(of: descriptor)
      close(descriptor)
      throw .held(holder: other)
    }
    self.descriptor = descriptor
    ftruncate(descriptor, 0)
    let text = Array(holder.utf8)
    pwrite(descriptor, text, text.count, 0)
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func text(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
