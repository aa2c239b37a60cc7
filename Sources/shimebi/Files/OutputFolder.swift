import CGlibc
import Crypto
import Foundation
import Records
import Synchronization

/// The folder of a month's outputs (出力フォルダ): written aside, and renamed into place when everything is there.
///
/// A reader sees the old folder or the new one, never a mix. What an interrupted run left aside is removed by the next.
struct OutputFolder: Sendable {
  let path: String
  /// Where the files are written until they are published.
  let aside: String
  /// What was written so far.
  let written = WrittenFiles()

  /// Refuses a folder that is no earlier output, or in which one of `sources` lies, since the old folder goes away whole: a
  /// wrong path destroys neither the ledger nor exports or templates.
  init(path: String, sources: [String]) throws(Failure) {
    let real = Self.real(path)
    self.path = real
    aside = "\(real).partial-\(getpid())"
    try refuseForeign()
    try refuseAround(sources)
    removeAbandoned()
    do {
      try FileManager.default.createDirectory(atPath: aside, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWrite, FileFault(path: aside, reason: Self.reason(error)).message)
    }
  }

  /// The folder itself where `path` is a symbolic link to it, without slashes at the end: it gets a neighbour.
  private static func real(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      var status = stat()
      if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return String(cString: real) }
    }
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    return String(trimmed)
  }

  private func refuseForeign() throws(Failure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw Failure(.cannotWrite, ja: "\(path): フォルダではなくファイルです", en: "\(path): is a file, not a folder")
    }
    let content = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard content.isEmpty || content.contains(Manifest.fileName) else {
      throw Failure(
        .cannotWrite,
        ja: "\(path): 以前の出力ではないファイルがあります (\(Manifest.fileName) がありません)。別のフォルダを示してください",
        en: "\(path): holds files that are no earlier output (no \(Manifest.fileName)); name another folder")
    }
  }

  private func refuseAround(_ sources: [String]) throws(Failure) {
    let folder = Self.place(ofFile: path)
    for source in sources {
      let place = Self.place(ofFile: source)
      guard place == folder || place.hasPrefix("\(folder)/") else { continue }
      throw Failure(
        .cannotWrite,
        ja: "\(path): 中に \(source) があり、置き換えると失われます。別のフォルダを示してください",
        en: "\(path): \(source) lies in it and would be lost when it is replaced; name another folder")
    }
  }

  /// Where a file is, or will be, without links and `..`; its folder need not be there yet.
  private static func place(ofFile path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let url = URL(fileURLWithPath: path).standardizedFileURL
    guard url.path != "/" else { return "/" }
    let parent = place(ofFile: url.deletingLastPathComponent().path)
    return parent == "/" ? "/\(url.lastPathComponent)" : "\(parent)/\(url.lastPathComponent)"
  }

  private func removeAbandoned() {
    let url = URL(fileURLWithPath: path)
    let prefix = url.lastPathComponent + ".partial-"
    let parent = url.deletingLastPathComponent().path
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
      guard name.hasPrefix(prefix), let owner = pid_t(name.dropFirst(prefix.count)),
        owner == getpid() || kill(owner, 0) != 0 && errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
    }
  }

  /// The path of a file to be, with its folder made.
  func place(_ name: String) throws(Failure) -> String {
    let file = "\(aside)/\(name)"
    do {
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWrite, FileFault(path: file, reason: Self.reason(error)).message)
    }
    return file
  }

  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    let file = try begin(name)
    try file.append(bytes)
    file.end()
  }

  /// Opens a new file; its folder is made where it is not there yet.
  func begin(_ name: String) throws(Failure) -> FileToWrite {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    var descriptor = open("\(aside)/\(name)", flags, 0o644)
    if descriptor < 0, errno == ENOENT { descriptor = open(try place(name), flags, 0o644) }
    guard descriptor >= 0 else {
      throw Failure(.cannotWrite, FileFault(path: "\(aside)/\(name)").message)
    }
    return FileToWrite(path: "\(aside)/\(name)", descriptor: descriptor, digest: digest(of: name))
  }

  /// The digest of a file that somebody else writes to its place and shows while it does.
  func digest(of name: String) -> FileDigest { FileDigest(name: name, written: written) }

  func write(_ text: String, to name: String) throws(Failure) { try write(Array(text.utf8), to: name) }

  /// Puts the new folder in the old one's place at once.
  func publish() throws(Failure) {
    sync(aside)
    if FileManager.default.fileExists(atPath: path) {
      guard exchange_names(aside, path) == 0 else {
        return try publishInTwoSteps()
      }
      discard()
    } else {
      guard rename(aside, path) == 0 else { throw Failure(.cannotWrite, FileFault(path: path).message) }
    }
  }

  /// For file systems that cannot exchange two names: the old folder is gone for a moment.
  private func publishInTwoSteps() throws(Failure) {
    let old = "\(path).partial-old-\(getpid())"
    guard rename(path, old) == 0, rename(aside, path) == 0 else {
      throw Failure(.cannotWrite, FileFault(path: path).message)
    }
    try? FileManager.default.removeItem(atPath: old)
  }

  /// Removes what was written aside.
  func discard() { try? FileManager.default.removeItem(atPath: aside) }

  private func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func reason(_ error: any Error) -> Message {
    guard let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error else {
      return Message(error.localizedDescription)
    }
    guard let system = cause as? POSIXError else { return Message(cause.localizedDescription) }
    return Message(errno: system.code.rawValue)
  }
}

/// The files of an output folder with their SHA-256, noted by several threads while they are written.
final class WrittenFiles: Sendable {
  private let files = Mutex<[String: String]>([:])

  var digests: [String: String] { files.withLock { $0 } }

  func note(_ name: String, _ digest: String) { files.withLock { $0[name] = digest } }
}

/// The SHA-256 of a file of an output folder, taken piece by piece while one thread writes it.
final class FileDigest {
  private let name: String
  private let written: WrittenFiles
  private var hash = SHA256()

  fileprivate init(name: String, written: WrittenFiles) {
    self.name = name
    self.written = written
  }

  func add(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

  /// Notes the file as written.
  func end() { written.note(name, Manifest.hexadecimal(hash.finalize())) }
}

/// A file of an output folder that is written piece by piece, by one thread.
final class FileToWrite {
  private let path: String
  private let descriptor: Int32
  private let digest: FileDigest

  fileprivate init(path: String, descriptor: Int32, digest: FileDigest) {
    self.path = path
    self.descriptor = descriptor
    self.digest = digest
  }

  deinit { close(descriptor) }

  func append(_ bytes: [UInt8]) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { rest in
        Glibc.write(descriptor, rest.baseAddress.map { $0 + done }, min(rest.count - done, 1 << 30))
      }
      guard count > 0 else { throw Failure(.cannotWrite, FileFault(path: path).message) }
      done += count
    }
    bytes.withUnsafeBytes(digest.add)
  }

  /// Notes the file as written.
  func end() { digest.end() }
}
