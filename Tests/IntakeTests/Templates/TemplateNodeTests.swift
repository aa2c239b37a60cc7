import Records
import Testing

@testable import Intake

@Suite("Values of a template")
struct TemplateNodeTests {
  static func value(_ yaml: String) throws -> TemplateNode {
    try TemplateNode(yaml: "key: \(yaml)\n", file: "t.yml").fields(["key"]).required("key")
  }

  @Test("Broken YAML is a fault with its line")
  func brokenYAML() throws {
    let fault = try #require(throws: TemplateFault.self) {
      try TemplateNode(yaml: "a: 1\nb: [1, 2\nc: 3\n", file: "t.yml")
    }
    #expect(fault.file == "t.yml")
    #expect(fault.line >= 2)
  }

  @Test("A key twice, an unknown key, an empty file are faults")
  func keys() {
    #expect(throws: TemplateFault.self) { try TemplateNode(yaml: "a: 1\na: 2\n", file: "t.yml") }
    #expect(throws: TemplateFault.self) { try TemplateNode(yaml: "a: 1\n", file: "t.yml").fields(["b"]) }
    #expect(throws: TemplateFault.self) { try TemplateNode(yaml: "", file: "t.yml") }
  }

  @Test("A fault reads as file, line, field, what is wrong and what is expected")
  func message() throws {
    let fault = try #require(throws: TemplateFault.self) {
      try Self.value("maybe").oneOf(Settings.Cancellation.self)
    }
    #expect(fault.description == "t.yml:1: key: \"maybe\" is not allowed; expected no_refund or by_day")
  }

  @Test("Times and days are read strictly")
  func timesAndDays() throws {
    #expect(try Self.value("9:05").time() == TimeOfDay(hour: 9, minute: 5))
    #expect(try Self.value("24:00").time() == TimeOfDay(hour: 24))
    #expect(try Self.value("02-29").monthDay() == MonthDay(month: 2, day: 29))
    #expect(try Self.value("2026-10-05").day() == Day(year: 2026, month: 10, day: 5))
    for wrong in ["24:01", "9:60", "9", "9:5", "-1:00", "9:00:00"] {
      #expect(throws: TemplateFault.self) { try Self.value(wrong).time() }
    }
  }

  @Test("None is nothing, whatever was expected")
  func none() throws {
    for nothing in ["none", "", "~"] {
      #expect(try Self.value(nothing).isNone)
      #expect(try Self.value(nothing).list().isEmpty)
      #expect(try Self.value(nothing).entries().isEmpty)
    }
  }
}
