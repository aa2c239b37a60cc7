import Intake
import Records
import Testing

@testable import Reports

@Suite("Texts of documents")
struct DocumentTextTemplateTests {
  private func template(_ body: String) throws -> DocumentTextTemplate {
    try DocumentTextTemplate("{{% CONTENT_TYPE: TEXT}}\n\(body)", file: "invoice.ja.mustache", language: .ja)
  }

  @Test("Words of the layout are named with _, amounts are grouped, days have slashes")
  func names() throws {
    let values = DocumentValues(
      fields: [
        "document.total": .yen(1_234_567), "document.is_draft": .flag(true), "customer.name": .text("A&B"),
      ], bands: ["lines": [["line.amount": .yen(-50), "line.date": .day(try day("2026-10-05"))]]])
    let text = try template(
      """
      {{customer_name}} {{document_total}}
      {{#document_is_draft}}
      下書き
      {{/document_is_draft}}
      {{#has_lines}}
      明細
      {{#lines}}
      {{line_date}}{{right8(line_amount)}}{{#line_note}} {{line_note}}{{/line_note}}
      {{/lines}}
      {{/has_lines}}
      {{#has_advances}}
      立替
      {{/has_advances}}
      """
    ).text(values)
    #expect(text == "A&B 1,234,567\n下書き\n明細\n2026/10/05     -50\n")
  }

  @Test(
    "A name that does not exist is a fault before anything is written",
    arguments: [
      "{{document.number}}", "{{line_amount}}", "{{#lines}}{{line_price}}{{/lines}}",
      "{{#has_line}}{{/has_line}}",
    ])
  func unknown(body: String) throws {
    let fault = try #require(throws: TemplateFault.self) { try template(body) }
    #expect(fault.line == 2)
  }

  @Test("The last 68 of 80 columns take wrapped text; an empty value leaves its section out")
  func wrapping() throws {
    let words = String(repeating: "保守", count: 20)
    let values = DocumentValues(fields: ["customer.name": .text(words)])
    let text = try template(
      "            {{wrap68(customer_name)}}\n{{#customer_address}}住所{{/customer_address}}|"
    )
    .text(values)
    let blanks = String(repeating: " ", count: 12)
    #expect(
      text == blanks + String(repeating: "保守", count: 17) + "\n" + blanks + String(repeating: "保守", count: 3)
        + "\n|")
  }
}
