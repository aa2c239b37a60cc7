import Intake
import Records
import Testing

@testable import Reports

@Suite("Text templates")
struct TextTemplateTests {
  static let shape: [String: TextShape] = [
    "name": .value, "any": .flag, "items": .section(["key": .value, "count": .value]),
  ]

  private func fault(_ body: String) -> TemplateFault? {
    do throws(TemplateFault) {
      _ = try TextTemplate(
        "{{% CONTENT_TYPE: TEXT}}\n\(body)", file: "summary.ja.mustache", shape: Self.shape)
      return nil
    } catch { return error }
  }

  @Test("Values are aligned by the template, nothing is escaped, and lines end without blanks")
  func rendering() throws {
    let template = try TextTemplate(
      """
      {{% CONTENT_TYPE: TEXT}}
      {{name}}
      {{#items}}
      {{left6(key)}}|{{right4(count)}}
      {{/items}}
      {{^any}}
      none   
      {{/any}}
      """, file: "t", shape: Self.shape)
    var context = TextContext()
    context.set("name", "A & B <\"C\">")
    context["any"] = .flag(false)
    context["items"] = .list([TextContext(["key": TextCell("東京"), "count": TextCell(1234)])])
    #expect(template.render(context) == "A & B <\"C\">\n東京  |1,234\nnone\n")
  }

  @Test(
    "A wrong name, alignment or section is a fault at its line",
    arguments: [
      ("x\n{{nmae}}", 3, "unknown name nmae"),
      ("{{#items}}\n{{key}}\n{{kye}}\n{{/items}}", 4, "unknown name kye"),
      ("{{key}}", 2, "unknown name key"), ("{{middle9(name)}}", 2, "unknown alignment middle9"),
      ("{{left(name)}}", 2, "unknown alignment left"), ("{{#items}}", 2, "section items is never closed"),
      ("{{#items}}\n{{/any}}", 3, "{{/any}} ends no section"),
      ("{{items}}", 2, "items is a section, not a value"),
      ("{{name", 2, "a tag is not closed on its line"), ("{{>other}}", 2, "{{>other}} is not supported"),
    ])
  func faults(body: String, line: Int, problem: String) throws {
    let fault = try #require(self.fault(body))
    #expect(fault.line == line)
    #expect(fault.problem.en == problem)
    #expect(fault.file == "summary.ja.mustache")
  }

  @Test("Names of the outer parts may be used inside a section")
  func outer() { #expect(fault("{{#items}}{{name}} {{cut4(key)}}{{/items}}") == nil) }

  @Test("A template that would be escaped like a web page is a fault")
  func contentType() throws {
    let fault = try #require(throws: TemplateFault.self) {
      try TextTemplate("Hello\n", file: "t", shape: [:])
    }
    #expect(fault.line == 1)
  }
}
