import Records
import Testing

@Suite("A key of an export")
struct IdentifierTests {
  @Test("Keys are compared exactly: zeros, case and Unicode form count")
  func exact() {
    #expect(Identifier("007") != Identifier("7"))
    #expect(Identifier("a-1") != Identifier("A-1"))
    #expect(Identifier("か\u{3099}") != Identifier("が"), "two ways to write one letter are two keys")
    #expect(Identifier("S-1") == "S-1")
    #expect(Set<Identifier>(["か\u{3099}", "が"]).count == 2)
  }

  @Test("Keys are ordered by their bytes")
  func order() {
    let keys: [Identifier] = ["10", "9", "a", "B", "é", "が", "か\u{3099}", "\u{FF21}", "𠮷"]
    #expect(keys.sorted().map(\.text) == ["10", "9", "B", "a", "é", "か\u{3099}", "が", "\u{FF21}", "𠮷"])
  }
}
