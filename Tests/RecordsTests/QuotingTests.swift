import Records
import Testing

@Suite("Quoting")
struct QuotingTests {
  @Test("quotes are doubled, also before a combining mark")
  func doubled() {
    #expect("a\"b".doublingQuotes() == "a\"\"b")
    #expect(Array("\"\u{3099}\"\u{301}".doublingQuotes().utf8) == Array("\"\"\u{3099}\"\"\u{301}".utf8))
    #expect("\r\n".doublingQuotes() == "\r\n")
  }
}
