import Foundation
import Testing

@Suite("Closing a month")
struct CloseCommandTests {
  private let scratch: Scratch
  private var ledger: String { scratch.path("ledger.sqlite") }

  init() throws { scratch = try Scratch() }

  private func close(
    _ month: String, input: String? = nil, output: String? = nil, _ options: String...
  ) throws -> Program.Outcome {
    try Program.run(
      ["close", "--month", month, "--input", input ?? "Samples/\(month)"]
        + ["--output", output ?? scratch.path(month), "--ledger", ledger, "--no-workbooks"] + options)
  }

  @Test("Closed again with the same inputs: nothing changes, missing outputs are written again byte for byte")
  func again() throws {
    #expect(try close("2026-08", "--open-from", "2026-08").status == 0)
    let books = try Data(contentsOf: URL(filePath: ledger))
    let outputs = try contents(of: scratch.path("2026-08"))
    #expect(try close("2026-08").status == 0)
    try FileManager.default.removeItem(atPath: scratch.path("2026-08"))
    let outcome = try close("2026-08")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("2026-08 は同じ内容で締め済みです"))
    #expect(try contents(of: scratch.path("2026-08")) == outputs)
    #expect(try Data(contentsOf: URL(filePath: ledger)) == books)
  }

  @Test("Closed again with more outputs asked for: they are written, and nothing else changes")
  func moreOutputs() throws {
    #expect(try close("2026-08", "--open-from", "2026-08", "--journal", "none").status == 0)
    let books = try Data(contentsOf: URL(filePath: ledger))
    let outputs = try contents(of: scratch.path("2026-08"))
    #expect(try close("2026-08", "--pint", "--journal", "yayoi").status == 0)
    let more = try contents(of: scratch.path("2026-08"))
    let added = Set(more.keys).subtracting(outputs.keys)
    #expect(added.contains { $0.hasSuffix(".xml") })
    #expect(added.contains { $0.hasPrefix("journal/") })
    for (name, bytes) in outputs where !["manifest.json", "invoice_index.csv"].contains(name) {
      #expect(more[name] == bytes, "\(name)")
    }
    #expect(try Data(contentsOf: URL(filePath: ledger)) == books)
  }

  @Test("Closed again with other inputs: nothing is posted, what would change is listed, 65")
  func otherInputs() throws {
    #expect(try close("2026-08", "--open-from", "2026-08").status == 0)
    let books = try Data(contentsOf: URL(filePath: ledger))
    let input = try scratch.sample("2026-08")
    let cases = URL(filePath: "\(input)/cases.csv")
    try (Data(contentsOf: cases) + Data("\r\n".utf8)).write(to: cases)
    let outcome = try close("2026-08", input: input)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("cases.csv"))
    #expect(try Data(contentsOf: URL(filePath: ledger)) == books)
  }

  @Test("What would change is what goes to the next open month: nothing that was posted since")
  func differences() throws {
    #expect(try close("2026-08", "--open-from", "2026-08").status == 0)
    // In September's exports a pack begins four days later, and a freight was corrected.
    let listed = try close("2026-08", input: "Samples/2026-09").output
    for line in [
      "term:K-9005:2026-08-20: 60000 -> 0, 差額 -60000", "freight:CS-260810:failed_part: 1320 -> 1430",
    ] { #expect(listed.contains(line), "\(listed)") }
    #expect(try close("2026-09").status == 0)
    let later = try close("2026-08", input: "Samples/2026-09")
    #expect(later.status == 65)
    #expect(later.output == "変わる請求はありません\n")
  }

  @Test("Without a ledger new books begin with --open-from only")
  func noLedger() throws {
    #expect(try close("2026-08").status == 65)
    #expect(!FileManager.default.fileExists(atPath: ledger))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("2026-08")))
  }

  @Test("Months are closed without a gap")
  func gap() throws {
    #expect(try close("2026-08", "--open-from", "2026-08").status == 0)
    #expect(try close("2026-10").status == 65)
    #expect(try close("2026-09", "--open-from", "2026-07").status == 65)
  }

  @Test("Rejected rows keep a month open until their codes are accepted")
  func rejectedRows() throws {
    let input = try scratch.sample("2026-08")
    let inquiries = URL(filePath: "\(input)/ticket_usage.csv")
    try (Data(contentsOf: inquiries) + Data("X-1\r\n".utf8)).write(to: inquiries)
    let refused = try close("2026-08", input: input, "--open-from", "2026-08")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("field_count"))
    #expect(!FileManager.default.fileExists(atPath: ledger))
    #expect(try close("2026-08", input: input, "--open-from", "2026-08", "--accept", "required").status == 65)
    #expect(
      try close("2026-08", input: input, "--open-from", "2026-08", "--accept", "field_count").status == 1)
  }

  @Test("A draft before and after the close bills the same, and never writes the ledger")
  func draft() throws {
    func draft(_ name: String) throws -> Data {
      let outcome = try Program.run(
        "run", "--month", "2026-08", "--input", "Samples/2026-08", "--output", scratch.path(name),
        "--ledger", ledger, "--no-workbooks")
      #expect(outcome.status == 0)
      return try Data(contentsOf: URL(filePath: scratch.path("\(name)/data/charges.csv")))
    }
    let before = try draft("before")
    #expect(!FileManager.default.fileExists(atPath: ledger))
    #expect(try close("2026-08", "--open-from", "2026-08").status == 0)
    let books = try Data(contentsOf: URL(filePath: ledger))
    #expect(try draft("after") == before)
    let findings = try String(
      contentsOf: URL(filePath: scratch.path("after/data/findings.csv")), encoding: .utf8)
    #expect(findings.contains("month_closed"))
    #expect(try Data(contentsOf: URL(filePath: ledger)) == books)
  }

  @Test("Killed at any moment, the same command then simply succeeds")
  func killed() throws {
    #expect(try close("2026-08", "--open-from", "2026-08").status == 0)
    let august = try Data(contentsOf: URL(filePath: ledger))
    #expect(try close("2026-09", output: scratch.path("undisturbed")).status == 0)
    let september = try Data(contentsOf: URL(filePath: ledger))
    let outputs = try contents(of: scratch.path("undisturbed"))

    let output = scratch.path("killed")
    for round in 0..<50 {
      try? FileManager.default.removeItem(atPath: output)
      try august.write(to: URL(filePath: ledger))
      let started = try Program.start([
        "close", "--month", "2026-09", "--input", "Samples/2026-09", "--output", output,
        "--ledger", ledger, "--no-workbooks",
      ])
      // Spread over the time that a close takes, on slow and on fast machines.
      usleep(UInt32(round * round * 120))
      kill(started.process.processIdentifier, SIGKILL)
      started.process.waitUntilExit()

      #expect(try close("2026-09", output: output).status == 0)
      #expect(try Data(contentsOf: URL(filePath: ledger)) == september)
      #expect(try contents(of: output) == outputs)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(left.filter { $0.contains(".partial-") } == [])
  }

  @Test("A second run while the ledger is in use: 75, and who holds it")
  func locked() throws {
    #expect(try close("2026-08", "--open-from", "2026-08").status == 0)
    let lock = open(scratch.path(".shimebi.lock"), O_RDWR | O_CREAT, 0o644)
    defer { Foundation.close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    ftruncate(lock, 0)
    pwrite(lock, "somebody", 8, 0)
    let outcome = try close("2026-09")
    #expect(outcome.status == 75)
    #expect(outcome.errors.contains("somebody"))
  }
}
