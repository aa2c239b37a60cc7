import Records
import Testing

@testable import Intake

struct CasesExportTests {
  @Test("a row becomes a case, with the defaults where columns are absent")
  func defaults() throws {
    let supportCase = try #require(cases(Sample.supportCase).export.rows.first)
    #expect(supportCase.id == "S-1")
    #expect(supportCase.contract == "C-1")
    #expect(supportCase.receivedAt.description == "2026-10-05T09:00:00")
    #expect(supportCase.isolatedAt?.description == "2026-10-05T10:00:00")
    #expect(supportCase.arrivedAt == nil)
    #expect(supportCase.replacement.shippedAt?.description == "2026-10-06T00:00:00")
    #expect(supportCase.channel == .mail)
    #expect(supportCase.part == .disk)
    #expect(supportCase.outcome == .hardwareFault)
    #expect(supportCase.failedPart == Shipment())
    #expect(!supportCase.diskRetained)
  }

  @Test(
    "SB-5 an empty field means that the part was bought from us",
    arguments: [("", true), ("Y", true), ("N", false)])
  func partSoldByUs(text: String, isOurs: Bool) throws {
    let reading = try cases(Sample.supportCase + "," + text, header: Sample.caseHeader + ",part_sold_by_us")
    #expect(reading.export.rows.map(\.partSoldByUs) == [isOurs])
    #expect(try cases(Sample.supportCase).export.rows.map(\.partSoldByUs) == [true])
  }

  @Test("every column reaches its property")
  func everyColumn() throws {
    let header = CasesExport.Column.allCases.map(\.rawValue).joined(separator: ",")
    let row =
      "S-1,C-1,2026-10-05 09:00,電話,筐体,N,SER1,異常なし,2026-10-05 09:10,2026-10-06 10:00,2026-10-06 10:05,2026-10-06 11:00,"
      + "2026-10-07,2026-10-09 12:00,ヤマト運輸,\"1,000\",着払い,1234-5678-9013,2026-10-08,佐川急便,￥2000,元払い,111111111112,Y,30000円"
    let supportCase = try #require(cases(row, header: header).export.rows.first)
    #expect(supportCase.channel == .phone)
    #expect(supportCase.part == .enclosure)
    #expect(!supportCase.partSoldByUs)
    #expect(supportCase.failedPartSerial == "SER1")
    #expect(supportCase.outcome == .noFault)
    #expect(supportCase.agreedVisitAt?.description == "2026-10-06T10:00:00")
    #expect(supportCase.arrivedAt?.description == "2026-10-06T10:05:00")
    #expect(supportCase.completedAt?.description == "2026-10-06T11:00:00")
    #expect(supportCase.failedPart.shippedAt?.description == "2026-10-07T00:00:00")
    #expect(supportCase.failedPartReceivedAt?.description == "2026-10-09T12:00:00")
    #expect(supportCase.failedPart.carrier == "ヤマト運輸")
    #expect(supportCase.failedPart.freight == 1000)
    #expect(supportCase.failedPart.terms == .collect)
    #expect(supportCase.failedPart.trackingNumber == "1234-5678-9013")
    #expect(supportCase.replacement.shippedAt?.description == "2026-10-08T00:00:00")
    #expect(supportCase.replacement.carrier == "佐川急便")
    #expect(supportCase.replacement.freight == 2000)
    #expect(supportCase.replacement.terms == .prepaid)
    #expect(supportCase.replacement.trackingNumber == "111111111112")
    #expect(supportCase.diskRetained)
    #expect(supportCase.partPrice == 30_000)
  }

  @Test(
    "a moment before the one that it follows rejects the row",
    arguments: [
      ("arrived_at", "2026-10-05 09:59:59", false), ("arrived_at", "2026-10-05 10:00:00", true),
      ("completed_at", "2026-10-05 08:59:59", false), ("completed_at", "2026-10-05 09:00:00", true),
    ])
  func order(column: String, text: String, isAccepted: Bool) throws {
    let row = "S-1,C-1,2026-10-05 09:00,mail,disk,2026-10-05 10:00,\(column == "arrived_at" ? text : ""),,"
    let reading = try cases(
      row + (column == "completed_at" ? text : ""), header: Sample.caseHeader + ",completed_at")
    #expect(reading.findings.map(\.code) == (isAccepted ? [] : [.orderViolation]))
    #expect(reading.findings.map(\.column) == (isAccepted ? [] : [column]))
  }

  @Test(
    "a part is received on or after the date on which it was shipped, whatever the time",
    arguments: [
      ("2026-10-07 18:00", "2026-10-07", true), ("2026-10-07 18:00", "2026-10-07 09:00", true),
      ("2026-10-07", "2026-10-06 23:59", false), ("", "2026-10-06", true), ("2026-10-07", "", true),
    ])
  func partOrder(shipped: String, received: String, isAccepted: Bool) throws {
    let reading = try cases(
      Sample.supportCase + ",\(shipped),\(received)",
      header: Sample.caseHeader + ",failed_part_shipped_at,failed_part_received_at")
    #expect(reading.findings.map(\.code) == (isAccepted ? [] : [.orderViolation]))
  }
}
