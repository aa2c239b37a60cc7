import Testing

@testable import Intake

struct RowScannerTests {
  /// The rows of `text`, each as its line and the values of its fields.
  private func rows(_ text: String) throws -> [[String]] {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBytes { buffer in
      let source = try SourceText(buffer, file: "cases.csv", jobs: 1, stretchSize: 10, done: { _ in })
      let cleaner = CellCleaner(source)
      var scanner = RowScanner(source, at: source.body.lowerBound, line: 1)
      var rows: [[String]] = []
      while try scanner.next() {
        let values = (0..<scanner.fieldCount).map { cleaner.shown(scanner.field($0)) }
        rows.append([String(scanner.rowLine)] + values)
      }
      return rows
    }
  }

  @Test(
    "rows and fields are cut as RFC 4180 says",
    arguments: [
      ("a,b\nc,d\n", [["1", "a", "b"], ["2", "c", "d"]]),
      ("a,b\r\nc,d", [["1", "a", "b"], ["2", "c", "d"]]),
      ("a,,\n,b,\n", [["1", "a", "", ""], ["2", "", "b", ""]]),
      ("\"a,b\",\"c\"\"d\"\n", [["1", "a,b", "c\"d"]]),
      ("\"a\nb\",c\r\nd,e\r\n", [["1", "a\nb", "c"], ["3", "d", "e"]]),
      ("\"a\r\nb\r\nc\",d\r\ne\r\n", [["1", "a\r\nb\r\nc", "d"], ["4", "e"]]),
      ("\"\",\"\"\n", [["1", "", ""]]),
      ("\"\"\"\"\n", [["1", "\""]]),
      ("a,\"b\"", [["1", "a", "b"]]),
      ("a,\"b\"\r\n", [["1", "a", "b"]]),
      ("\n\na\n", [["1", ""], ["2", ""], ["3", "a"]]),
      ("a\r\r\n", [["1", "a"]]),
      ("", []),
    ])
  func cuts(text: String, expected: [[String]]) throws { #expect(try rows(text) == expected) }

  @Test(
    "what people and programs write besides",
    arguments: [
      ("3.5\" bay,b\nc,d\n", [["1", "3.5\" bay", "b"], ["2", "c", "d"]]),
      ("=\"00123\",b\n", [["1", "00123", "b"]]),
      ("\"=\"\"00123\"\"\",b\n", [["1", "00123", "b"]]),
      ("\"a\" ,b\n", [["1", "a", "b"]]),
      ("\"a\"b,c\n", [["1", "ab", "c"]]),
      ("\"a\"\"b\"c\"d\",e\n", [["1", "a\"bc\"d\"", "e"]]),
      ("a,b\n\u{1A}", [["1", "a", "b"]]),
      ("a,b\r\n\u{1A}\r\n", [["1", "a", "b"]]),
      ("a,b\rc,d\r", [["1", "a", "b"], ["2", "c", "d"]]),
      ("  a\t,　b　,\" c \"\n", [["1", "a", "b", "c"]]),
      ("\u{FEFF}a,b\n", [["1", "a", "b"]]),
    ])
  func tolerates(text: String, expected: [[String]]) throws { #expect(try rows(text) == expected) }

  @Test("a quote that is not closed names the line of its row")
  func unclosed() {
    #expect(throws: QuoteUnclosed.self) { try rows("a,b\nc,\"d\ne,f\n") }
    let fault = #expect(throws: QuoteUnclosed.self) { try rows("a,\"x\ny\"\nc,\"d\ne,f\n") }
    #expect(fault?.line == 3)
  }

  @Test("fields of any length are cut wherever the words of eight bytes lie", arguments: 0..<40)
  func lengths(length: Int) throws {
    let field = String(repeating: "-", count: length)
    #expect(
      try rows("\(field),x,-,\(field)\n\(field)") == [["1", field, "x", "-", field]]
        + (length == 0 ? [] : [["2", field]]))
  }
}
