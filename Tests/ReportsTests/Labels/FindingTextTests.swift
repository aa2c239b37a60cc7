import Records
import Testing

@testable import Reports

@Suite("Messages of the findings")
struct FindingTextTests {
  @Test("A finding says in one line where it is, what it is and how to mend it")
  func message() throws {
    let finding = Finding(
      .invalidDate, file: "contracts.csv", line: 12, column: "starts_on", value: "2026-02-30", key: "K-1")
    #expect(
      try shippedLabels(.en).message(for: finding)
        == """
        contracts.csv:12 [K-1]: "2026-02-30" cannot be read as the date "Starts on (starts_on)". \
        Write a date that exists, from 1990 to 2100, such as 2026/10/5.
        """)
    #expect(
      try shippedLabels(.ja).message(for: finding)
        == "contracts.csv:12 [K-1]: 「2026-02-30」は「開始日 (starts_on)」の日付として読めません。"
        + "2026/10/5 のような実在する日付 (1990～2100年) にしてください。")
  }

  @Test("What has no value is left out", arguments: Language.allCases)
  func optional(language: Language) throws {
    let labels = try shippedLabels(language)
    let with = labels.message(for: Finding(.headerMissing, file: "cases.csv", line: 1, detail: "4"))
    let without = labels.message(for: Finding(.headerMissing, file: "cases.csv", line: 1))
    #expect(with.contains("4"))
    #expect(!without.contains("4"))
    #expect(!without.contains("["))
  }

  @Test("Every kind of finding has a message without leftovers", arguments: FindingCode.allCases)
  func everyCode(code: FindingCode) throws {
    let finding = Finding(
      code, file: "cases.csv", line: 7, column: "part", value: "V", key: "K", detail: "received_at")
    for language in Language.allCases {
      let message = try shippedLabels(language).message(for: finding)
      #expect(message.hasPrefix("cases.csv:7"))
      #expect(!message.contains { "{}[]".contains($0) && !message.contains("[K]") })
    }
  }

  @Test("A list of what is expected is never cut, and the columns of a wrong order have their names")
  func details() throws {
    let columns = (0..<20).map { "failed_part_shipped_at_\($0)" }.joined(separator: ", ")
    let missing = Finding(.columnsMissing, file: "cases.csv", line: 1, detail: columns)
    #expect(try shippedLabels(.ja).message(for: missing).contains(columns))
    let order = Finding(
      .orderViolation, file: "cases.csv", line: 2, column: "arrived_at", value: "2026/10/5",
      detail: "isolated_at 2026/10/6 12:00")
    #expect(try shippedLabels(.ja).message(for: order).contains("「切り分け完了日時 (isolated_at) 2026/10/6 12:00」"))
    let open = Finding(.previousMonthOpen, value: "2026-09")
    #expect(try shippedLabels(.ja).message(for: open).contains("(2026-09)"))
    #expect(try shippedLabels(.en).message(for: open).contains("(2026-09)"))
  }

  @Test("A value of the input never breaks the line and never floods it")
  func oneLine() throws {
    let finding = Finding(
      .invalidYen, file: "cases.csv", line: 3, column: "part_price",
      value: "1\n2" + String(repeating: "9", count: 500))
    let message = try shippedLabels(.ja).message(for: finding)
    #expect(!message.contains("\n"))
    #expect(message.count < 250)
  }

  @Test("A finding without a file says what it is alone")
  func noFile() throws {
    #expect(try shippedLabels(.en).message(for: Finding(.noLedger)).hasPrefix("There is no ledger"))
  }
}
