import Foundation
import Intake
import Records
import Threads

/// The folder with a month's exports, mapped into memory (入力フォルダ).
struct InputFolder: Sendable {
  let path: String
  let files: [ExportFile: MappedFile]

  /// Throws where the folder or one of the required files is missing, naming all that are.
  init(path: String) throws(Failure) {
    self.path = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw Failure(
        .badInput, ja: "\(path): フォルダがありません。当月の入力フォルダを --input で示してください",
        en: "\(path): no such folder; name the folder of the month's exports with --input")
    }
    var files: [ExportFile: MappedFile] = [:]
    var problems: [Message] = []
    for file in ExportFile.allCases {
      let name = "\(path)/\(file.rawValue)"
      guard file.isRequired || FileManager.default.fileExists(atPath: name) else { continue }
      do { files[file] = try MappedFile(path: name) } catch { problems.append(error.message) }
    }
    guard problems.isEmpty else {
      throw Failure(
        .badInput,
        ja: "\(FindingCode.unreadable.rawValue): \(problems.map(\.ja).joined(separator: "、"))"
          + "。当月のファイルをそこに置くか、入力フォルダを --input で示してください",
        en: "\(FindingCode.unreadable.rawValue): \(problems.map(\.en).joined(separator: "; "))"
          + "; put the month's exports there, or name their folder with --input")
    }
    self.files = files
  }

  func has(_ file: ExportFile) -> Bool { files[file] != nil }

  func read<Row>(
    _ file: ExportFile, _ body: (UnsafeRawBufferPointer) throws(IntakeFault) -> Reading<Row>
  ) throws(IntakeFault) -> Reading<Row> {
    guard let mapped = files[file] else { throw IntakeFault(.unreadable, file: file.rawValue) }
    return try mapped.withBytes(body)
  }

  /// The bytes of all files.
  var size: Int { files.values.reduce(0) { $0 + $1.count } }

  /// Gives back the memory of what was read.
  func release(_ progress: ReadingProgress) { files[progress.file]?.releasePages(progress.range) }

  /// The SHA-256 of each file, by name.
  func digests(jobs: Int) -> [String: String] {
    // The longest first: a short one at the end keeps nobody waiting.
    let files = files.map { (name: $0.rawValue, file: $1) }.sorted { $0.file.count > $1.file.count }
    let digests = inParallel(files.count, jobs: jobs) { Manifest.digest(of: files[$0].file) }
    return Dictionary(zip(files.map(\.name), digests), uniquingKeysWith: { first, _ in first })
  }
}
