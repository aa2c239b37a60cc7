import Records
import Testing

@testable import Reports

@Suite("The index of documents")
struct InvoiceIndexTests {
  private func index(_ contracts: [Contract]) throws -> String {
    var sample = SampleBilling()
    sample.month.contracts = contracts
    let files = DocumentFiles(
      try sample.report(), labels: try shippedLabels(.ja),
      layout: try DocumentTemplate(yaml: shippedTemplate("invoice.ja.yml"), file: "invoice.ja.yml"),
      text: try DocumentTextTemplate(
        shippedTemplate("invoice.ja.mustache"), file: "invoice.ja.mustache", language: .ja))
    return text(files.index(extensions: ["xlsx", "txt"]) { "sha of \($0)" })
  }

  @Test("Every file stands with date, amount, customer and digest, ready for Excel")
  func files() throws {
    #expect(
      try index([try .pack("T-1", "C-1")]) == """
        \u{FEFF}発行日,合計,顧客番号,請求先名,書類の種類,書類番号,支払期限,ファイル,SHA-256\r
        2026/10/31,66000,C-1,株式会社みなと商事,適格請求書,202610-0001,2026/11/30,\
        invoices/202610-0001_C-1.xlsx,sha of invoices/202610-0001_C-1.xlsx\r
        2026/10/31,66000,C-1,株式会社みなと商事,適格請求書,202610-0001,2026/11/30,\
        invoices/202610-0001_C-1.txt,sha of invoices/202610-0001_C-1.txt\r

        """)
  }

  @Test(
    "A text that Excel would change or compute is guarded",
    arguments: [
      ("00123", "=\"00123\""), ("1-2", "=\"1-2\""), ("=1+1", "=\"=1+1\""), ("@x", "=\"@x\""), ("C-1", "C-1"),
      ("1E5", "=\"1E5\""), ("", ""), ("-a\"b", "=\"-a\"\"b\""), ("株式会社", "株式会社"),
    ])
  func guarded(value: String, expected: String) { #expect(CSVText.guarded(value) == expected) }

  @Test("Commas, quotes and line breaks of a name stay inside their field")
  func quoted() throws {
    let line = try index([try .pack("T-1", "C-1", name: "A, \"B\"\n商会")])
    #expect(line.contains(",\"A, \"\"B\"\"\n商会\","))
  }
}
