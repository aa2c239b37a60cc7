import Reports
import Testing

@testable import Excel

@Suite("Charts")
struct ChartWriterTests {
  private func xml(_ kind: Reports.Chart.Kind) throws -> String {
    var sheet = Sheet(name: "It's 図")
    let rows = Rows([["東京", .number(3)], ["大阪", .number(5)]] as [[Cell]])
    let placed = sheet.place(
      Table(columns: [.init("地域"), .init("件数")], rows: rows), at: Address(row: 1, column: 1))
    let source = { (index: Int) in Reports.Chart.Source(sheet: "It's 図", placed.column(index)) }
    var chart = Reports.Chart(
      kind: kind, title: "地域別",
      series: [.init(name: "件数", categories: source(0), values: source(1), colour: .orange)],
      anchor: Address(row: 6, column: 1))
    chart.valueAxis = .init(title: "件", numberFormat: "0", minimum: 0, maximum: 10)
    sheet.charts.append(chart)
    return try #require(try Fixture.written(Fixture.workbook([sheet])).parts["xl/charts/chart1.xml"])
  }

  @Test(
    "Every kind draws the cells of the sheet and carries their values", arguments: Reports.Chart.Kind.allCases
  )
  func kinds(_ kind: Reports.Chart.Kind) throws {
    let xml = try xml(kind)
    #expect(xml.contains("<c:f>'It''s 図'!$B$2:$B$3</c:f>"))
    #expect(xml.contains("<c:v>東京</c:v>") && xml.contains("<c:v>5</c:v>"))
    #expect(xml.contains("<a:t>地域別</a:t>") && xml.contains("<a:t>件</a:t>"))
    #expect(xml.contains("E08E45"))
    #expect(xml.contains("<c:max val=\"10\"/>"))
  }

  @Test("In a bar chart the first row stands on top")
  func topDown() throws {
    #expect(try xml(.bar).contains("<c:orientation val=\"maxMin\"/>"))
    #expect(!(try xml(.column).contains("maxMin")))
  }
}
