import Foundation

/// The program as a scheduler calls it: in a process of its own.
enum Program {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The root of the repository, where `Templates` and `Samples` are.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the running tests.
  static var executable: URL {
    get throws {
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let arguments = CommandLine.arguments.first ?? tests
      let beside = URL(filePath: arguments).deletingLastPathComponent().appending(path: "shimebi")
      return FileManager.default.fileExists(atPath: beside.path)
        ? beside : URL(filePath: tests).deletingLastPathComponent().appending(path: "shimebi")
    }
  }

  static func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  static func run(_ arguments: [String]) throws -> Outcome {
    let process = try start(arguments)
    let output = process.output.fileHandleForReading
    let errors = process.errors.fileHandleForReading
    // Both are short, and the pipe of each holds them until it is read.
    let text = String(decoding: output.readDataToEndOfFile(), as: UTF8.self)
    let said = String(decoding: errors.readDataToEndOfFile(), as: UTF8.self)
    process.process.waitUntilExit()
    return Outcome(status: process.process.terminationStatus, output: text, errors: said)
  }

  struct Started {
    let process: Process
    let output: Pipe
    let errors: Pipe
  }

  static func start(_ arguments: [String]) throws -> Started {
    let process = Process()
    process.executableURL = try executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    let started = Started(process: process, output: Pipe(), errors: Pipe())
    process.standardOutput = started.output
    process.standardError = started.errors
    try process.run()
    return started
  }
}

/// A folder of the test's own, removed with the value.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "shimebi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// A copy of a sample month that the test may change.
  func sample(_ month: String) throws -> String {
    let copy = path("input-\(month)")
    try FileManager.default.copyItem(
      atPath: Program.root.appending(path: "Samples/\(month)").path, toPath: copy)
    return copy
  }
}

/// The files below a folder with their bytes, by name.
func contents(of folder: String) throws -> [String: Data] {
  var files: [String: Data] = [:]
  let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  for name in names {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
    if !isFolder.boolValue { files[name] = try Data(contentsOf: URL(filePath: "\(folder)/\(name)")) }
  }
  return files
}
