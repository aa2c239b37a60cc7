import Crypto
import Foundation

/// `manifest.json`: what the outputs are made of, and the SHA-256 of every file (改ざん・欠落の検出).
struct Manifest: Codable, Equatable {
  static let fileName = "manifest.json"

  var program: String
  var month: String
  /// `draft` from run, `final` from close.
  var kind: String
  var catalogueEdition: String
  var exitStatus: Int32
  /// Rows read, rejected and so on, by name.
  var counts: [String: Int]
  var inputs: [String: String]
  var templates: [String: String]
  var files: [String: String]

  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [10]
  }

  static func read(folder: String) throws -> Manifest {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(fileName)"))
    return try JSONDecoder().decode(Manifest.self, from: data)
  }

  /// Every file below `folder` but the manifest, with its digest.
  static func digests(of folder: String, jobs: Int) throws(Failure) -> [String: String] {
    let names = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0 != fileName }
      .filter { name in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
          && !isFolder.boolValue
      }
      .sorted()
    let digests = inParallel(names.count, jobs: jobs) { index in
      Result { try digest(ofFile: "\(folder)/\(names[index])") }
    }
    var result: [String: String] = [:]
    for (name, digest) in zip(names, digests) {
      do { result[name] = try digest.get() } catch { throw Failure(.cannotWrite, "\(error)") }
    }
    return result
  }

  static func digest(ofFile path: String) throws -> String {
    try MappedFile(path: path).withBytes(digest)
  }

  static func digest(of bytes: UnsafeRawBufferPointer) -> String {
    var hash = SHA256()
    hash.update(bufferPointer: bytes)
    return hash.finalize().map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  /// What differs between this manifest and the files below `folder`, in words; empty when all is as written.
  func differences(in folder: String, jobs: Int) throws(Failure) -> [String] {
    let found = try Self.digests(of: folder, jobs: jobs)
    return Set(files.keys).union(found.keys).sorted().compactMap { name in
      switch (files[name], found[name]) {
      case (let listed?, let actual?) where listed != actual: "\(name): changed"
      case (_?, nil): "\(name): missing"
      case (nil, _?): "\(name): not in the manifest"
      default: nil
      }
    }
  }
}
