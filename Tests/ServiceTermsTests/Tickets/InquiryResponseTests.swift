import Records
import Testing

@testable import ServiceTerms

@Suite("The reception of inquiries and the response to them")
struct InquiryResponseTests {
  @Test("TS-1: technical support is reached by mail, in SB-1's hours")
  func channel() throws {
    let month = TestMonth(
      contracts: [TicketAccountingTests.pack("T-1")],
      inquiries: [inquiry("U-1") { $0.channel = .phone }, inquiry("U-2")])
    let findings = try month.result().findings
    #expect(findings.codes == [.channelNotAccepted])
    #expect(findings.first?.file == "ticket_usage.csv")
  }

  @Test(
    "TS-5: mail out of hours counts from the next business day, so the night costs no response time",
    arguments: [
      ("2026-10-05 10:00", "2026-10-05 11:30:59", 90), ("2026-10-05 17:31", "2026-10-06 09:30", 30),
      ("2026-10-09 20:00", "2026-10-13 09:10", 10), ("2026-10-10 10:00", "2026-10-10 12:00", 0),
      ("2026-10-05 08:00", "2026-10-05 08:30", 0), ("2026-10-05 17:00", "2026-10-06 10:00", 90),
    ] as [(JSTInstant, JSTInstant, Int32)])
  func response(received: JSTInstant, answered: JSTInstant, minutes: Int32) throws {
    let month = TestMonth(inquiries: [inquiry("U-1", at: received, tickets: 0) { $0.answeredAt = answered }])
    #expect(try month.tickets().draws.map(\.responseMinutes) == [minutes])
  }

  @Test("TS-3: no same-day answer is promised: a slow answer is measured and nothing more")
  func noTarget() throws {
    let slow = inquiry("U-1") { $0.answeredAt = "2026-10-30 17:00" }
    let result = try TestMonth(contracts: [TicketAccountingTests.pack("T-1")], inquiries: [slow]).result()
    #expect(result.tickets.draws.first?.responseMinutes == 9_600)
    #expect(result.findings.isEmpty)
    #expect(result.outcomes.isEmpty)
    #expect(result.summary.all.total == 0)
  }

  @Test("TS-3: an answer at as-of or later has not been given yet")
  func unanswered() throws {
    let open = inquiry("U-1") { $0.answeredAt = "2026-11-01" }
    #expect(try TestMonth(inquiries: [open]).tickets().draws.map(\.responseMinutes) == [nil])
  }

  @Test(
    "TS-2, TS-4: no report and no time limit of the customer's: an inquiry has neither deadline nor verdict")
  func nothingElse() throws {
    let contract = contract(.technicalSupport)
    let rules = RuleBook(edition: .sample(), holidays: try #require(NationalHolidays(byDay: testHolidays)))
    #expect(
      try ServiceCode.technicalSupport.target(
        startingAt: "2026-10-05 10:00", contract: contract, rules: rules)
        == nil)
  }

  @Test("An inquiry received at as-of or later is left out, with one counted notice")
  func afterMonth() throws {
    let month = TestMonth(
      contracts: [TicketAccountingTests.pack("T-1")],
      inquiries: [inquiry("U-1", at: "2026-11-01"), inquiry("U-2", at: "2026-11-02 10:00"), inquiry("U-3")])
    let result = try month.result()
    #expect(result.tickets.draws.count == 1)
    #expect(result.findings.codes == [.afterMonth])
    #expect(result.findings.first?.value == "2")
    #expect(result.findings.first?.file == "ticket_usage.csv")
  }
}
