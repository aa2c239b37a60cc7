import Foundation
import Testing

@Suite("The output folder")
struct OutputFolderTests {
  private let scratch: Scratch
  private var files: FileManager { .default }

  init() throws { scratch = try Scratch() }

  private func run(input: String = "Samples/2026-10", output: String, _ options: String...) throws
    -> Program.Outcome
  {
    try Program.run(
      ["run", "--month", "2026-10", "--input", input, "--output", output, "--no-workbooks"]
        + ["--ledger", scratch.path("none.sqlite")] + options)
  }

  @Test("A symbolic link stays one: the folder behind it gets the new outputs")
  func link() throws {
    let folder = scratch.path("share")
    let link = scratch.path("latest")
    #expect(try run(output: folder).status == 0)
    try files.createSymbolicLink(atPath: link, withDestinationPath: folder)
    #expect(try run(output: link, "--lang", "en").status == 0)
    #expect(try files.destinationOfSymbolicLink(atPath: link) == folder)
    let summary = try String(contentsOfFile: "\(folder)/summary.txt", encoding: .utf8)
    #expect(summary.contains("Maintenance"))
    #expect(try files.contentsOfDirectory(atPath: scratch.url.path).filter { $0.contains(".partial-") } == [])
  }

  @Test("Slashes at the end of the name change nothing")
  func slashes() throws {
    #expect(try run(output: scratch.path("output") + "//").status == 0)
    #expect(try run(output: scratch.path("output") + "//").status == 0)
    #expect(files.fileExists(atPath: scratch.path("output/manifest.json")))
  }

  @Test(
    "A ledger, exports or templates inside the output folder are never replaced with it: 73",
    arguments: ["ledger", "input", "templates"])
  func sourcesInside(_ kind: String) throws {
    let folder = scratch.path("reports")
    #expect(try run(output: folder).status == 0)
    let inside = "\(folder)/../reports/\(kind)"
    switch kind {
    case "ledger":
      let closed = try Program.run(
        "close", "--month", "2026-08", "--input", "Samples/2026-08", "--output", scratch.path("08"),
        "--ledger", inside, "--open-from", "2026-08", "--no-workbooks")
      #expect(closed.status == 0)
    case "input": try files.copyItem(atPath: Program.root.path + "/Samples/2026-10", toPath: inside)
    default: try files.copyItem(atPath: Program.root.path + "/Templates", toPath: inside)
    }
    let before = try contents(of: folder)
    let link = scratch.path("latest")
    try files.createSymbolicLink(atPath: link, withDestinationPath: folder)
    for output in [folder, folder + "/", link] {
      var arguments = ["--month", "2026-10", "--output", output, "--no-workbooks"]
      arguments += ["--input", kind == "input" ? inside : "Samples/2026-10"]
      arguments += ["--ledger", kind == "ledger" ? inside : scratch.path("none.sqlite")]
      if kind == "templates" { arguments += ["--templates", inside] }
      let outcome = try Program.run(["run"] + arguments)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("置き換えると失われます"))
    }
    #expect(try contents(of: folder) == before)
  }

  @Test("What an interrupted run left aside is removed by the next")
  func abandoned() throws {
    let dead = scratch.path("output.partial-999999999")
    let mine = scratch.path("output.partial-\(getpid())")
    for folder in [dead, mine] {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    #expect(try run(output: scratch.path("output")).status == 0)
    #expect(!files.fileExists(atPath: dead))
    #expect(files.fileExists(atPath: mine))
  }

  @Test("Exit status 1 says where to read on, also when quiet; 0 says nothing of it")
  func pointer() throws {
    let outcome = try run(input: "Samples/broken", output: scratch.path("broken"), "--quiet")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(scratch.path("broken"))/findings.txt"))
    #expect(outcome.errors.contains("\(scratch.path("broken"))/rejected"))
    #expect(outcome.output.isEmpty)
    #expect(try run(output: scratch.path("good"), "--quiet").errors.isEmpty)
  }
}
