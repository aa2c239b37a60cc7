import Reports
import Testing

@Suite("Addresses of cells")
struct AddressTests {
  @Test(
    "Letters and numbers of a cell",
    arguments: [
      ("A1", 1, 1), ("B3", 3, 2), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384),
    ])
  func reads(_ text: String, _ row: Int, _ column: Int) {
    #expect(Address(text) == Address(row: row, column: column))
    #expect(Address(row: row, column: column).description == text)
  }

  @Test("What is no cell", arguments: ["", "A", "1", "A0", "a1", "A01", "XFE1", "A1048577", "A1:B2", "１"])
  func refuses(_ text: String) { #expect(Address(text) == nil) }

  @Test("Ranges in formulas name their sheet, quotes doubled")
  func ranges() throws {
    let range = try #require(CellRange("B3:D9"))
    #expect(range.absolute(in: "It's") == "'It''s'!$B$3:$D$9")
    #expect(range.rowCount == 7)
    #expect(CellRange("D9:B3") == nil)
    #expect(CellRange("B3")?.description == "B3")
  }
}
