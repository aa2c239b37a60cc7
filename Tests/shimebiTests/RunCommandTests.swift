import Foundation
import Testing

@Suite("Running a month")
struct RunCommandTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func run(input: String, output: String? = nil, _ options: String...) throws -> Program.Outcome {
    try Program.run(
      ["run", "--month", "2026-10", "--input", input, "--output", output ?? scratch.path("output")]
        + ["--ledger", scratch.path("none.sqlite")] + options)
  }

  @Test("The same bytes twice, and with one thread and with four")
  func sameBytes() throws {
    let first = try run(input: "Samples/2026-10", output: scratch.path("one"), "--jobs", "1")
    let second = try run(input: "Samples/2026-10", output: scratch.path("four"), "--jobs", "4")
    let third = try run(input: "Samples/2026-10", output: scratch.path("again"), "--jobs", "4")
    #expect([first, second, third].map(\.status) == [0, 0, 0])
    let bytes = try contents(of: scratch.path("one"))
    #expect(bytes.count > 15)
    #expect(try contents(of: scratch.path("four")) == bytes)
    #expect(try contents(of: scratch.path("again")) == bytes)
  }

  @Test("Bad input: 65, and the earlier output stays as it was")
  func badInput() throws {
    #expect(try run(input: "Samples/2026-10", "--no-workbooks").status == 0)
    let before = try contents(of: scratch.path("output"))
    let input = try scratch.sample("2026-10")
    try Data("case_id,contract_id\r\n".utf8).write(to: URL(filePath: "\(input)/cases.csv"))
    let outcome = try run(input: input, "--no-workbooks")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("columns_missing"))
    for column in ["received_at", "channel", "part", "isolated_at", "arrived_at", "replacement_shipped_at"] {
      #expect(outcome.errors.contains(column))
    }
    #expect(try contents(of: scratch.path("output")) == before)
  }

  @Test("The help tells the defaults as they are written")
  func help() throws {
    let help = try Program.run("close", "--help").output
    #expect(help.contains("yayoi,mf,freee"))
    #expect(!help.contains("Acceptance("))
    #expect(!help.contains("JournalSelection("))
  }

  @Test("An export in no known encoding: 65, with line and byte offset")
  func encoding() throws {
    let input = try scratch.sample("2026-10")
    let file = URL(filePath: "\(input)/ticket_usage.csv")
    var bytes = try Data(contentsOf: file)
    bytes.insert(0xFF, at: 500)
    try bytes.write(to: file)
    let outcome = try run(input: input, "--no-workbooks", "--lang", "en")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains(/ticket_usage.csv:[0-9]+.*byte.500/))
  }

  @Test("Results that cannot be written: 73")
  func fullDisk() throws {
    let process = Process()
    process.executableURL = try Program.executable
    process.arguments = ["calendar", "2026"]
    process.currentDirectoryURL = Program.root
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 73)
  }

  @Test("A missing export: 65, and its name")
  func missingExport() throws {
    let input = try scratch.sample("2026-10")
    try FileManager.default.removeItem(atPath: "\(input)/ticket_usage.csv")
    let outcome = try run(input: input)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("ticket_usage.csv"))
    #expect(outcome.errors.contains("--input"))
  }

  @Test("A month outside the years of the holidays: 65, never a guess")
  func outsideHolidays() throws {
    let input = try scratch.sample("2026-10")
    let cases = """
      case_id,contract_id,received_at,channel,part,isolated_at,arrived_at,replacement_shipped_at
      C-1,K-1001,2031-10-01 10:00,mail,disk,,,
      """
    try Data(cases.utf8).write(to: URL(filePath: "\(input)/cases.csv"))
    let outcome = try Program.run(
      "run", "--month", "2031-10", "--input", input, "--output", scratch.path("output"),
      "--ledger", scratch.path("none.sqlite"), "--no-workbooks")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("holidays.csv"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("output")))
  }

  @Test("A broken template: 65, with file and line")
  func brokenTemplate() throws {
    let templates = scratch.path("Templates")
    try FileManager.default.copyItem(
      atPath: Program.root.appending(path: "Templates").path, toPath: templates)
    let catalogue = URL(filePath: "\(templates)/catalogue.yml")
    let text = try String(contentsOf: catalogue, encoding: .utf8)
    try text.replacing("renewal_horizon_days: 90", with: "renewal_horizon_days: ninety")
      .write(to: catalogue, atomically: true, encoding: .utf8)
    for (language, says) in [
      ("ja", "renewal_horizon_days: 「ninety」は使えません (正しくは 0 から 3650 までの整数)"),
      ("en", "renewal_horizon_days: \"ninety\" is not allowed; expected a whole number from 0 to 3650"),
    ] {
      let outcome = try run(input: "Samples/2026-10", "--templates", templates, "--lang", language)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains(/catalogue\.yml:[0-9]+/))
      #expect(outcome.errors.contains(says))
    }
  }

  @Test("A folder that is no earlier output is never replaced: 73")
  func foreignFolder() throws {
    let folder = scratch.path("documents")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(filePath: "\(folder)/letter.txt"))
    #expect(try run(input: "Samples/2026-10", output: folder, "--no-workbooks").status == 73)
    #expect(try contents(of: folder) == ["letter.txt": Data("mine".utf8)])
  }

  @Test(
    "A command line that makes no sense: 64",
    arguments: [
      ["run", "--month", "2026-13", "--input", "Samples/2026-10"],
      ["run", "--input", "Samples/2026-10"],
      ["close", "--month", "2026-10", "--input", "Samples/2026-10", "--accept", "nonsense"],
      ["run", "--month", "2026-10", "--input", "Samples/2026-10", "--journal", "sap"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }

  @Test("check says where and what, and writes nothing")
  func check() throws {
    let outcome = try Program.run(
      "check", "--month", "2026-10", "--input", "Samples/broken", "--ledger", scratch.path("none.sqlite"))
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("cases.csv:13"))
  }

  @Test("verify finds a file that was changed, one that is missing and one that was added")
  func verify() throws {
    #expect(try run(input: "Samples/2026-10", "--no-workbooks").status == 0)
    let output = scratch.path("output")
    let arguments = ["verify", "--output", output, "--lang", "en"]
    #expect(try Program.run(arguments).status == 0)
    #expect(try Program.run(arguments + ["--ledger", scratch.path("none.sqlite")]).status == 65)
    try Data("x".utf8).write(to: URL(filePath: "\(output)/data/sla.csv"))
    try FileManager.default.removeItem(atPath: "\(output)/data/packs.csv")
    try Data("x".utf8).write(to: URL(filePath: "\(output)/note.txt"))
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 65)
    for expected in ["data/sla.csv: changed", "data/packs.csv: missing", "note.txt: not in the manifest"] {
      #expect(outcome.output.contains(expected))
    }
  }

  @Test("calendar names the reason of each closed day")
  func calendar() throws {
    let outcome = try Program.run("calendar", "2026-09")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2026-09-21"))
    #expect(outcome.output.contains("敬老の日"))
    #expect(outcome.output.contains("営業日 19日"))
  }

  @Test("Where nobody can read what it says, the month is done all the same")
  func fullStandardError() throws {
    let process = Process()
    process.executableURL = try Program.executable
    process.arguments = ["check", "--month", "2026-10", "--input", "Samples/2026-10"]
    process.currentDirectoryURL = Program.root
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: "/dev/full")
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  @Test("A reader of the messages that goes away ends no run")
  func closedStandardError() throws {
    let scratch = try Scratch()
    let process = Process()
    let pipe = Pipe()
    process.executableURL = try Program.executable
    process.arguments = [
      "run", "--month", "2026-10", "--input", "Samples/2026-10", "--output", scratch.path("out"), "--ledger",
      scratch.path("ledger.sqlite"), "--no-workbooks",
    ]
    process.currentDirectoryURL = Program.root
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try pipe.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  @Test("Counts of the JSON log are numbers")
  func jsonLog() throws {
    let outcome = try Program.run(
      "check", "--month", "2026-10", "--input", "Samples/2026-10", "--log-format", "json")
    let lines = try outcome.errors.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let read = try #require(lines.first { $0["message"] as? String == "read" })
    #expect(read["cases"] as? Int == 121)
  }

  @Test("A period given twice, or a folder without a name, is a usage error")
  func contradictions() throws {
    #expect(try Program.run("calendar", "2026-10", "--month", "2026-11").status == 64)
    #expect(
      try Program.run("run", "--month", "2026-10", "--input", "Samples/2026-10", "--output", "").status == 64)
  }
}
