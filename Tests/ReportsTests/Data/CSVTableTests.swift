import Testing

@testable import Reports

@Suite("A data file")
struct CSVTableTests {
  let table = CSVTable(name: "squares.csv", columns: ["n", "square"], count: 1000) { index, row in
    row.add(index)
    row.add(index * index)
  }

  @Test("Ranges rendered apart are the file when joined", arguments: [1, 7, 250, 999, 1000])
  func ranges(size: Int) {
    let parts = stride(from: 0, to: table.count, by: size)
      .map { table.render($0..<min($0 + size, table.count)) }
    #expect(table.header + parts.joined() == table.render())
  }

  @Test("The first line is the header, every line ends with LF")
  func header() {
    #expect(text(table.header) == "n,square\n")
    #expect(text(table.render(2..<4)) == "2,4\n3,9\n")
    #expect(table.render(5..<5).isEmpty)
  }
}
