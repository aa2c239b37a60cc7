import Records
import Testing

@testable import Intake

struct TicketUsageExportTests {
  @Test("a row becomes an inquiry, with the defaults where columns are absent")
  func defaults() throws {
    let inquiry = try #require(inquiries(Sample.usage).export.rows.first)
    #expect(inquiry.id == "U-1")
    #expect(inquiry.customer == "K-1")
    #expect(inquiry.receivedAt.description == "2026-10-05T09:00:00")
    #expect(inquiry.category == .configuration)
    #expect(inquiry.tickets == 1)
    #expect(inquiry.channel == .mail)
    #expect(inquiry.answeredAt == nil)
  }

  @Test("TS-8 the maintainer is kept as written, and as it is compared")
  func maintainer() throws {
    let reading = try inquiries(
      "U-1,K-1,2026-10-05 09:00,その他,ＳＭＢ,\"ＱＮＡＰ Systems, Inc.\",2,2026-10-05 10:00,電話",
      header: TicketUsageExport.Column.allCases.map(\.rawValue).joined(separator: ","))
    let inquiry = try #require(reading.export.rows.first)
    #expect(inquiry.maintainer?.name == "ＱＮＡＰ Systems, Inc.")
    #expect(inquiry.maintainer?.key == "qnap systems, inc.")
    #expect(inquiry.subject == "ＳＭＢ")
    #expect(inquiry.tickets == 2)
    #expect(inquiry.answeredAt?.description == "2026-10-05T10:00:00")
    #expect(inquiry.channel == .phone)
  }

  @Test(
    "tickets are 0 to 100",
    arguments: [("0", true), ("100", true), ("101", false), ("-1", false), ("1.0", false)])
  func tickets(text: String, isAccepted: Bool) throws {
    let reading = try inquiries(Sample.usage + "," + text, header: Sample.usageHeader + ",tickets")
    #expect(reading.findings.map(\.code) == (isAccepted ? [] : [.invalidNumber]))
  }

  @Test("an answer before the inquiry rejects the row")
  func order() throws {
    let header = Sample.usageHeader + ",answered_at"
    #expect(try inquiries(Sample.usage + ",2026-10-05 09:00", header: header).findings.isEmpty)
    #expect(
      try inquiries(Sample.usage + ",2026-10-05 08:59", header: header).findings.map(\.code) == [
        .orderViolation
      ])
  }
}
