import Records
import Testing

@testable import Intake

struct CourierStatementExportTests {
  @Test("a row becomes a line of the statement")
  func row() throws {
    let line = try #require(
      courier("L-1,1234-5678 9013,2026/10/5,\"1,210\",着払い,ヤマト運輸", header: Sample.courierHeader + ",carrier")
        .export.rows
        .first)
    #expect(line.id == "L-1")
    #expect(line.trackingNumber == "1234-5678 9013")
    #expect(line.shippedOn.description == "2026-10-05")
    #expect(line.amount == 1210)
    #expect(line.terms == .collect)
    #expect(line.carrier == "ヤマト運輸")
  }

  @Test("every value but the carrier is required")
  func required() throws {
    let reading = try courier(",,,,x")
    #expect(reading.findings.map(\.code) == [.required, .required, .required, .required, .unknownCode])
    #expect(reading.findings.map(\.column) == ["line_id", "tracking_no", "shipped_on", "amount", "terms"])
  }
}
