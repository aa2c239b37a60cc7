import Reports
import Testing

@testable import Excel

@Suite("Text made safe for a cell")
struct SafeTextTests {
  @Test(
    "Control characters and non-characters are replaced",
    arguments: [
      ("a\u{0}b", "a\u{FFFD}b"), ("\u{1F}", "\u{FFFD}"), ("\u{7F}\u{85}", "\u{FFFD}\u{FFFD}"),
      ("x\u{FFFE}\u{FFFF}y", "x\u{FFFD}\u{FFFD}y"), ("tab\tstays", "tab\tstays"),
      ("line\nstays", "line\nstays"),
      ("a\r\nb\rc", "a\nb\nc"), ("é À ñ", "é À ñ"),
    ])
  func controls(_ raw: String, _ safe: String) { #expect(SafeText(raw).text == safe) }

  @Test(
    "What Excel would read as an escape is escaped",
    arguments: [
      ("_x0041_", "_x005F_x0041_"), ("a_x000D_b", "a_x005F_x000D_b"), ("_x00G1_", "_x00G1_"),
      ("_x0041", "_x0041"),
      ("snake_case_name", "snake_case_name"), ("__x0041_", "__x005F_x0041_"),
    ])
  func escapes(_ raw: String, _ safe: String) { #expect(SafeText(raw).text == safe) }

  @Test("Text is cut at 32,767 UTF-16 units, never inside a character of two")
  func cuts() {
    let long = SafeText(String(repeating: "あ", count: 40_000))
    #expect(long.isCut)
    #expect(long.text.utf16.count == 32_767)
    let emoji = SafeText(String(repeating: "🗾", count: 20_000))
    #expect(emoji.isCut)
    #expect(emoji.text.utf16.count == 32_766)
    #expect(!SafeText(String(repeating: "a", count: 32_767)).isCut)
    #expect(SafeText(String(repeating: "a", count: 32_768)).text.utf16.count == 32_767)
  }

  @Test("A cut is reported with its place")
  func reported() throws {
    let workbook = try Fixture.workbook([
      ("B2", .text(String(repeating: "長", count: 40_000))), ("B3", .text("短")),
    ])
    let scratch = try Scratch()
    let cuts = try ExcelWriter().write(workbook, to: scratch.path())
    #expect(cuts == [TextCut(sheet: "試験", cell: Address(row: 2, column: 2))])
    #expect(try ReadBack(scratch.path()).cell("B2")?.text.utf16.count == 32_767)
  }
}
