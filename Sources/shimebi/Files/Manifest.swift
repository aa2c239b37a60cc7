import Crypto
import Foundation
import Records
import Threads

/// `manifest.json`: what the outputs are made of, and the SHA-256 of every file (改ざん・欠落の検出).
struct Manifest: Codable, Equatable {
  static let fileName = "manifest.json"

  var program: String
  var month: String
  var kind: Kind
  var catalogueEdition: String
  var exitStatus: Int32
  /// Rows read, rejected and so on, by name.
  var counts: [String: Int]
  /// The SHA-256 of the exports and the templates, by name.
  var inputs: [String: String]
  var files: [String: String]

  enum Kind: String, Codable {
    /// From run.
    case draft
    /// From close.
    case final
  }

  /// Whether `folder` holds the final outputs of `month` just as they were written, with all that `options` ask for.
  static func isIntact(
    _ folder: String, month: BillingMonth, options: OutputOptions, jobs: Int
  ) throws(Failure) -> Bool {
    guard let manifest = try? read(folder: folder), manifest.month == month.description,
      manifest.kind == .final, manifest.has(options)
    else { return false }
    return try manifest.differences(in: folder, jobs: jobs).isEmpty
  }

  private func has(_ options: OutputOptions) -> Bool {
    func count(_ folder: String, _ ending: String) -> Int {
      files.keys.count { $0.hasPrefix(folder) && $0.hasSuffix(ending) }
    }
    return (options.noWorkbooks || files["billing.xlsx"] != nil)
      && (!options.pint || count("invoices/", ".xml") == count("invoices/", ".txt"))
      && count("journal/", "") >= options.journal.packages.count
  }

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
    do throws(FileFault) {
      let digests = try inParallel(names.count, jobs: jobs) { index throws(FileFault) in
        digest(of: try MappedFile(path: "\(folder)/\(names[index])"))
      }
      return Dictionary(zip(names, digests), uniquingKeysWith: { first, _ in first })
    } catch {
      throw Failure(.cannotWrite, error.message)
    }
  }

  /// The SHA-256 of `file`, in hexadecimal.
  static func digest(of file: MappedFile) -> String {
    var hash = SHA256()
    for start in stride(from: 0, to: file.count, by: 1 << 20) {
      let piece = start..<min(file.count, start + 1 << 20)
      file.withBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[piece])) }
      // The pages of a mapping count as memory.
      file.releasePages(piece)
    }
    return hexadecimal(hash.finalize())
  }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// A file that is not as it was written.
  struct Difference {
    let name: String
    let message: Message
  }

  /// What differs between this manifest and the files below `folder`; empty when all is as written.
  func differences(in folder: String, jobs: Int) throws(Failure) -> [Difference] {
    let found = try Self.digests(of: folder, jobs: jobs)
    return Set(files.keys).union(found.keys).sorted().compactMap { name in
      switch (files[name], found[name]) {
      case (let listed?, let actual?) where listed != actual:
        Difference(name: name, message: Message(ja: "変わっています", en: "changed"))
      case (_?, nil): Difference(name: name, message: Message(ja: "ありません", en: "missing"))
      case (nil, _?):
        Difference(name: name, message: Message(ja: "manifest.json にありません", en: "not in the manifest"))
      default: nil
      }
    }
  }
}
