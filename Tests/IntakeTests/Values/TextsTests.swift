import Records
import Testing

@testable import Intake

struct TextsTests {
  @Test(
    "a key is kept as it stands",
    arguments: [
      "00123", "c-1", "Ｃ１", "契約-1", "a b", "1E5", "12E3", "1E", "+1E+3", String(repeating: "あ", count: 64),
    ])
  func keys(text: String) throws {
    let key = try value(text) { c throws(CellFault) in try c.identifier() }.get()
    #expect(Array(key.text.utf8) == Array(text.utf8))
  }

  @Test(
    "a key of more than 64 characters or with a control character is invalid",
    arguments: [
      String(repeating: "1", count: 65), String(repeating: "あ", count: 65), "a\u{1}b", "a\tb", "a\nb",
      "a\u{7F}",
      "a\u{85}b", "a\u{0}",
    ])
  func invalidKeys(text: String) {
    #expect(value(text) { c throws(CellFault) in try c.identifier() } == .failure(CodedFault(.invalidID)))
  }

  @Test(
    "a key that Excel took for a number is damaged",
    arguments: ["1.23E+12", "1E+05", "1.23457E+11", "1e+12", "1.2E-05"])
  func scientificKeys(text: String) {
    #expect(value(text) { c throws(CellFault) in try c.identifier() } == .failure(CodedFault(.excelDamage)))
  }

  @Test(
    "what Excel shows instead of a value is recognised",
    arguments: ["#####", "##", "#REF!", "#N/A", "#VALUE!", "#NAME?"])
  func damage(text: String) {
    #expect(value(text) { $0.isExcelDamage } == .success(true))
  }

  @Test("a text with a number sign is a text", arguments: ["#", "#1", "# REF", "a#N/A", "#ref"])
  func noDamage(text: String) {
    #expect(value(text) { $0.isExcelDamage } == .success(false))
  }

  @Test("a name has 200 characters at most, counted as characters")
  func lengths() throws {
    let longest = String(repeating: "社", count: 200)
    func length(_ text: String) -> Result<Bool, CodedFault> {
      value(text) { c throws(CellFault) in
        try c.check(upTo: 200)
        return true
      }
    }
    #expect(length(longest) == .success(true))
    #expect(length(longest + "x") == .failure(CodedFault(.tooLong)))
  }
}
