import Foundation
import Intake
import Records

/// The folder with a month's exports, mapped into memory (入力フォルダ).
struct InputFolder {
  let path: String
  let files: [ExportFile: MappedFile]

  /// Throws where the folder or one of the required files is missing, naming all that are.
  init(path: String) throws(Failure) {
    self.path = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw Failure(.badInput, "\(path): no such folder; name the folder of the month's exports with --input")
    }
    var files: [ExportFile: MappedFile] = [:]
    var problems: [String] = []
    for file in ExportFile.allCases {
      let name = "\(path)/\(file.rawValue)"
      guard file.isRequired || FileManager.default.fileExists(atPath: name) else { continue }
      do { files[file] = try MappedFile(path: name) } catch { problems.append("\(error)") }
    }
    guard problems.isEmpty else {
      throw Failure(.badInput, "\(FindingCode.unreadable.rawValue): \(problems.joined(separator: "; "))")
    }
    self.files = files
  }

  /// The SHA-256 of each file, by name.
  func digests(jobs: Int) -> [String: String] {
    let present = ExportFile.allCases.filter { files[$0] != nil }
    let digests = inParallel(present.count, jobs: jobs) { index in
      files[present[index]].map { Manifest.digest(of: $0.bytes) } ?? ""
    }
    return Dictionary(zip(present.map(\.rawValue), digests), uniquingKeysWith: { first, _ in first })
  }
}
