import Foundation
import Testing

@Suite("Explaining")
struct ExplainCommandTests {
  private let scratch: Scratch
  private var ledger: String { scratch.path("ledger.sqlite") }

  init() throws {
    scratch = try Scratch()
    for month in ["2026-08", "2026-09", "2026-10"] {
      let opening = month == "2026-08" ? ["--open-from", month] : []
      let outcome = try Program.run(
        ["close", "--month", month, "--input", "Samples/\(month)", "--output", scratch.path(month)]
          + ["--ledger", ledger, "--no-workbooks"] + opening)
      #expect(outcome.status == 0)
    }
  }

  @Test("A case tells the clause, the skipped days and the margin")
  func supportCase() throws {
    let outcome = try Program.run(
      "explain", "CS-261003", "--month", "2026-10", "--input", "Samples/2026-10", "--ledger", ledger)
    #expect(outcome.status == 0)
    for expected in ["AR-1", "2026-10-15(木) 24:00", "未達", "SB-6"] {
      #expect(outcome.output.contains(expected))
    }
  }

  @Test("A charge tells every posting with its reason, from the ledger alone")
  func charge() throws {
    let outcome = try Program.run("explain", "term:K-1010:2026-09-16", "--ledger", ledger)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("202609-0006  請求すべき額 44,000 - 計上済み 0 = 44,000"))
    #expect(outcome.output.contains("202610-0007  請求すべき額 0 - 計上済み 44,000 = -44,000"))
    #expect(outcome.output.contains("→ 202609-0006"))
  }

  @Test("A charge of a month that is closed is told once, as it was posted")
  func closedMonth() throws {
    let outcome = try Program.run(
      "explain", "term:K-4006:2026-10-15", "--month", "2026-10", "--input", "Samples/2026-10",
      "--ledger", ledger)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(" = 86,000"))
    #expect(outcome.output.ranges(of: " = 86,000").count == 1, "\(outcome.output)")
  }

  @Test("A document tells its figures and lines, from the ledger alone")
  func document() throws {
    let outcome = try Program.run("explain", "202610-0005", "--ledger", ledger, "--lang", "en")
    #expect(outcome.status == 0)
    for expected in ["67,870", "term:K-9010:2026-09-10", "freight:CS-261011:failed_part"] {
      #expect(outcome.output.contains(expected))
    }
  }

  @Test("A case with findings tells them, and a rejected row why it was rejected")
  func findings() throws {
    let rejected = try Program.run("explain", "X-101", "--month", "2026-10", "--input", "Samples/broken")
    #expect(rejected.status == 0)
    #expect(rejected.output.contains("cases.csv:13"))
    let warned = try Program.run("explain", "CS-260815", "--month", "2026-10", "--input", "Samples/2026-10")
    #expect(warned.output.contains("MW-1"))
    #expect(warned.output.contains("cases.csv:28"))
  }

  @Test("What nobody knows: 65")
  func unknown() throws {
    #expect(try Program.run("explain", "nothing", "--ledger", ledger).status == 65)
  }
}
