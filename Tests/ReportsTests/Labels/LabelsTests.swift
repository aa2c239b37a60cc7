import Intake
import Records
import ServiceTerms
import Testing

@testable import Reports

@Suite("Labels")
struct LabelsTests {
  @Test("Every code of the program has its label in both languages", arguments: Language.allCases)
  func shipped(language: Language) throws {
    let labels = try shippedLabels(language)
    for section in LabelSection.allCases {
      for code in section.codes { #expect(!labels[section, code].isEmpty) }
    }
  }

  @Test("A code reads as its label")
  func lookUp() throws {
    let labels = try shippedLabels(.ja)
    #expect(labels[ServiceCode.advanceSendback] == "先出しセンドバック")
    #expect(labels[Verdict.missed] == "未達")
    #expect(labels[Weekday.monday] == "月")
    #expect(labels.rule(.od2) == "4時間以内訪問")
    #expect(labels[Closure.nationalHoliday("敬老の日")] == "祝日 (敬老の日)")
    #expect(labels.column("isolated_at") == "切り分け完了日時")
  }

  @Test("A missing label is a fault before anything else happens")
  func missing() throws {
    let yaml = shippedTemplate("labels.en.yml").replacing("  missed: Missed\n", with: "", maxReplacements: 1)
    let fault = try #require(throws: TemplateFault.self) {
      try Labels(yaml: yaml, file: "labels.en.yml", language: .en)
    }
    #expect(fault.description.contains("\"missed\" is missing"))
    #expect(fault.path == "verdicts")
  }

  @Test("An unknown label is a fault at its line")
  func unknown() throws {
    let yaml = shippedTemplate("labels.en.yml").replacing("  missed:", with: "  mised:", maxReplacements: 1)
    let fault = try #require(throws: TemplateFault.self) {
      try Labels(yaml: yaml, file: "labels.en.yml", language: .en)
    }
    #expect(fault.path == "verdicts.mised")
    #expect(fault.line > 1)
  }

  @Test(
    "A message with a wrong placeholder or bracket is a fault",
    arguments: ["{colum}", "{column", "[{column}", "{column}]", "[[{column}]]"])
  func wrongPattern(pattern: String) throws {
    let yaml = shippedTemplate("labels.en.yml")
      .replacing("'\"{column}\" is empty.'", with: "'\(pattern) is empty'")
    let fault = try #require(throws: TemplateFault.self) {
      try Labels(yaml: yaml, file: "labels.en.yml", language: .en)
    }
    #expect(fault.path == "findings.required.message")
  }

  @Test(
    "A sentence of documents or reports with an unknown value is a fault at its line",
    arguments: [
      ("Technical support, {tickets} tickets", "{ticket}", "document_texts.ticket_pack"),
      ("as of {day} 24:00", "{date}", "phrases.as_of"), ("DRAFT", "{draft}", "document_texts.draft"),
      ("Missed", "{count}", "verdicts.missed"),
      ("Inquiry {inquiry}", "{inquiry", "document_texts.inquiry_note"),
    ])
  func wrongValue(sentence: String, name: String, path: String) throws {
    let yaml = shippedTemplate("labels.en.yml")
      .replacing(": \(sentence)\n", with: ": 'words \(name)'\n", maxReplacements: 1)
      .replacing(": '\(sentence)'\n", with: ": 'words \(name)'\n", maxReplacements: 1)
    let fault = try #require(throws: TemplateFault.self) {
      try Labels(yaml: yaml, file: "labels.en.yml", language: .en)
    }
    #expect(fault.description.contains("unknown placeholder"))
    #expect(fault.path == path)
    #expect(fault.line > 1)
  }

  @Test(
    "A name that Excel refuses for a sheet is a fault at its line",
    arguments: ["Tax / rate", "'Taxes", "History", "documents", String(repeating: "x", count: 32)])
  func wrongSheet(name: String) throws {
    let yaml = shippedTemplate("labels.en.yml")
      .replacing("taxes: \"Tax per rate\"", with: "taxes: \"\(name)\"", maxReplacements: 1)
    let fault = try #require(throws: TemplateFault.self) {
      try Labels(yaml: yaml, file: "labels.en.yml", language: .en)
    }
    #expect(fault.path == "finance_sheets.taxes")
    #expect(fault.line > 1)
  }
}
