import Foundation
import Intake
import Records
import Reports
import Testing

@Suite("The layout of a document")
struct DocumentTemplateTests {
  static let shipped = ["invoice.ja.yml", "invoice.en.yml"]

  static func read(_ name: String) throws -> DocumentTemplate {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../Templates")
    return try DocumentTemplate(
      yaml: String(contentsOf: root.appendingPathComponent(name), encoding: .utf8), file: name)
  }

  /// A small template with `sections` in place of its own.
  private func template(_ sections: String, styles: String = "  text: { size: 10 }") throws
    -> DocumentTemplate
  {
    try DocumentTemplate(
      yaml: """
        sheet: 書類
        notation: japanese
        row_height: 20
        page: { orientation: portrait }
        columns: { A: 20, B: 20 }
        styles:
        \(styles)
        sections:
        \(sections)
        """, file: "invoice.ja.yml")
  }

  @Test("The shipped templates can be read", arguments: shipped)
  func readable(_ name: String) throws { _ = try DocumentTemplateTests.read(name) }

  struct Wrong: Sendable, CustomTestStringConvertible {
    var because: String
    var section: String
    var says: String
    var testDescription: String { because }
  }

  @Test(
    "A typing error names file and line",
    arguments: [
      Wrong(
        because: "an unknown placeholder",
        section: "- cells: [{ at: A1, style: text, text: \"{{customer.nmae}}\" }]",
        says: "unknown placeholder customer.nmae; expected customer.address, customer.id or customer.name"),
      Wrong(
        because: "a placeholder of another band",
        section: "- cells: [{ at: A1, style: text, text: \"{{line.amount}}\" }]",
        says: "unknown placeholder line.amount"),
      Wrong(
        because: "an unknown style", section: "- cells: [{ at: A1, style: txt, text: x }]",
        says: "unknown style \"txt\""),
      Wrong(
        because: "no address", section: "- cells: [{ at: 1A, style: text }]", says: "\"1A\" is no address"),
      Wrong(
        because: "a cell beyond the columns", section: "- cells: [{ at: A1:C1, style: text }]",
        says: "\"A1:C1\" is to the right of the page; expected a cell up to column B"),
      Wrong(
        because: "columns side by side that share a column",
        section:
          "- side_by_side: [[cells: [{ at: A1:B1, style: text }]], [cells: [{ at: B2, style: text }]]]",
        says: "column B is taken by what stands to its left"),
      Wrong(
        because: "corners in the wrong order", section: "- cells: [{ at: B2:A1, style: text }]",
        says: "is no address"),
      Wrong(because: "an unknown band", section: "- band: line", says: "unknown band \"line\""),
      Wrong(
        because: "a header without a band", section: "- header: { cells: [] }", says: "a header needs a band"),
      Wrong(
        because: "an open placeholder", section: "- cells: [{ at: A1, style: text, text: \"{{customer\" }]",
        says: "without its }}"),
      Wrong(because: "an unknown key", section: "- cels: []", says: "unknown key \"cels\""),
      Wrong(
        because: "an unknown condition", section: "- when: document.is_darft", says: "unknown placeholder"),
    ])
  func faults(_ wrong: Wrong) throws {
    let fault = try #require(throws: TemplateFault.self) { try template(wrong.section) }
    #expect(fault.file == "invoice.ja.yml")
    #expect(fault.line == 9)
    #expect(fault.description.contains(wrong.says))
  }

  @Test(
    "A number format that Excel would refuse is a fault",
    arguments: ["'#,##0\"円'", "'[Red#,##0'", "'0]'", "'0;0;0;0;0'"])
  func numberFormats(_ format: String) throws {
    let fault = try #require(throws: TemplateFault.self) {
      try template("- cells: []", styles: "  yen: { format: \(format) }")
    }
    #expect(fault.path == "styles.yen.format")
  }

  @Test("Escaped signs of a number format need no partner")
  func escapedFormat() throws {
    _ = try template("- cells: []", styles: #"  yen: { format: '\[#,##0_];"[;";_(@' }"#)
  }

  @Test(
    "The head and foot of a page know the page, and nothing that looks like it",
    arguments: ["{pagess}", "{total}", "{"])
  func footers(_ text: String) throws {
    let yaml = """
      sheet: 書類
      notation: japanese
      row_height: 20
      page: { orientation: portrait, footer: { right: "\(text)" } }
      columns: { A: 20 }
      styles: none
      sections: none
      """
    let fault = try #require(throws: TemplateFault.self) {
      try DocumentTemplate(yaml: yaml, file: "invoice.ja.yml")
    }
    #expect(fault.line == 4)
    #expect(fault.description.contains("expected {page}, {pages} or {sheet}"))
  }

  @Test(
    "A wrong style names file and line",
    arguments: [
      "  text: { colour: red }", "  text: { border: { top: thick } }", "  text: { size: 0 }",
      "  text: { like: other }",
      "  text: { align: middle }",
    ])
  func styles(_ style: String) throws {
    let fault = try #require(throws: TemplateFault.self) { try template("- cells: []", styles: style) }
    #expect(fault.line == 7)
  }

  @Test("A style takes over what it is like and changes what it names")
  func inheritance() throws {
    let template = try template(
      "- cells: [{ at: A1, style: strong, text: x }]",
      styles: "  text: { size: 9, colour: \"#112233\" }\n  strong: { like: text, bold: true }")
    let book = template.workbook(DocumentValues(), properties: DocumentTemplateTests.properties)
    let look = book.look(try #require(book.sheets.first?.cells.first).style)
    #expect(look.size == 9 && look.isBold && look.colour == Colour(0x112233))
  }

  static let properties = Workbook.Properties(
    title: "請求書", author: "締め日", company: "例示", month: Day(number: 20_727).month)
}
