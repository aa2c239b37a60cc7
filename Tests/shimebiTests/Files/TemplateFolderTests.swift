import Foundation
import Testing

@Suite("The templates")
struct TemplateFolderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("Bytes that are no UTF-8, or none at all: 65, with file and line", arguments: ["bytes", "empty"])
  func unreadable(kind: String) throws {
    let templates = scratch.path("Templates")
    try FileManager.default.copyItem(
      atPath: Program.root.appending(path: "Templates").path, toPath: templates)
    let bytes = kind == "empty" ? Data() : Data("first: 1\n".utf8) + [0x83, 0x41, 0x0A]
    try bytes.write(to: URL(filePath: "\(templates)/accounts.yml"))
    let outcome = try Program.run("calendar", "2026-10", "--templates", templates)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains(kind == "empty" ? "accounts.yml:1:" : "accounts.yml:2:"))
  }

  @Test("The installed program finds the templates below its PREFIX from any folder")
  func installed() throws {
    let files = FileManager.default
    for folder in ["prefix/bin", "prefix/share/shimebi", "elsewhere"] {
      try files.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    try files.copyItem(
      atPath: Program.root.appending(path: "Templates").path,
      toPath: scratch.path("prefix/share/shimebi/Templates"))
    let program = scratch.path("prefix/bin/shimebi")
    try files.copyItem(atPath: try Program.executable.path, toPath: program)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["calendar", "2026-10"]
    process.currentDirectoryURL = URL(filePath: scratch.path("elsewhere"))
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
