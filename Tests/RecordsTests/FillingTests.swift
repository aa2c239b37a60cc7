import Records
import Testing

@Suite("Values in the places of a text")
struct FillingTests {
  @Test(
    "Every place of a name is filled, and nothing else",
    arguments: [
      ("{n}", "1", "1"), ("第{n}号・{n}", "〇", "第〇号・〇"), ("{m}{n", "x", "{m}{n"), ("", "x", ""),
      ("{{n}}", "x", "{x}"), ("no place", "x", "no place"), ("{n}", "{n}", "{n}"),
    ])
  func fills(_ text: String, _ value: String, _ expected: String) {
    #expect(text.filling("n", with: value) == expected)
  }

  @Test("A day with slashes")
  func slashes() throws {
    #expect(try #require(Day(year: 2026, month: 10, day: 5)).slashed == "2026/10/05")
  }
}
