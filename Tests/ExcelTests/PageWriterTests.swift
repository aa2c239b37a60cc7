import Reports
import Testing

@testable import Excel

@Suite("Sheets on screen and paper")
struct PageWriterTests {
  private func xml(_ change: (inout Sheet) -> Void) throws -> String {
    var sheet = Sheet(name: "一覧")
    sheet.place(Table(columns: [.init("列")], rows: Rows([[.number(1)]])), at: Address(row: 4, column: 1))
    change(&sheet)
    return try #require(try Fixture.written(Fixture.workbook([sheet])).parts["xl/worksheets/sheet1.xml"])
  }

  @Test("A sheet prints on A4, landscape, one page wide, with its name and page numbers")
  func standard() throws {
    let xml = try xml { _ in }
    #expect(
      xml.contains("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>")
        || xml.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"))
    #expect(xml.contains("<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter>"))
    #expect(xml.contains("showGridLines=\"0\""))
  }

  @Test("The view is as the sheet says")
  func view() throws {
    let xml = try xml {
      $0.frozenAt = Address(row: 5, column: 2)
      $0.zoom = 85
      $0.tabColour = .blue
      $0.showsGridlines = true
    }
    #expect(xml.contains("xSplit=\"1\" ySplit=\"4\" topLeftCell=\"B5\""))
    #expect(xml.contains("zoomScale=\"85\""))
    #expect(xml.contains("<tabColor rgb=\"FF2F6690\"/>"))
    #expect(!xml.contains("showGridLines"))
  }

  @Test("With a scale of its own a page breaks where it is told")
  func breaks() throws {
    let xml = try xml {
      $0.page.scale = 80
      $0.page.breaksAfter = [2, 3]
    }
    #expect(xml.contains("scale=\"80\""))
    #expect(!xml.contains("fitToPage"))
    #expect(xml.contains("<brk id=\"2\" max=\"16383\" man=\"1\"/><brk id=\"3\""))
  }

  @Test(
    "Heads and feet speak Excel's notation",
    arguments: [
      (Page.Line(left: "A & B"), "&LA && B"), (Page.Line(center: "{page}/{pages}"), "&C&P/&N"),
      (Page.Line(left: "{x} {sheet}", right: "&{page}"), "&L{x} &A&R&&&P"),
    ])
  func lines(_ line: Page.Line, _ code: String) { #expect(line.code == code) }

  @Test("A head of nothing, or of more than Excel takes, is left out")
  func noLines() {
    #expect(Page.Line().code == nil)
    #expect(Page.Line(left: String(repeating: "長", count: 254)).code == nil)
  }
}
