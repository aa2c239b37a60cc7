import Records
import Testing

@Suite("The month being closed")
struct BillingMonthTests {
  @Test("A month is written as 2026-10", arguments: ["2026-10", "1990-01", "2100-12"])
  func reads(text: String) throws {
    #expect(try #require(BillingMonth(text)).description == text)
  }

  @Test(
    "What is no month is refused",
    arguments: [
      "2026-1", "2026-13", "2026-00", "26-10", "2026/10", "2026-10-01", "1989-12", "2101-01", "", "２０２６-10",
    ])
  func refuses(text: String) {
    #expect(BillingMonth(text) == nil)
  }

  @Test("As-of is 24:00 of the last day", arguments: [("2024-02", 29), ("2026-02", 28), ("2026-10", 31)])
  func asOf(text: String, length: Int) throws {
    let month = try #require(BillingMonth(text))
    #expect(month.length == length)
    #expect(month.lastDay.end == month.asOf)
    #expect(month.asOf == month.next.firstDay.start)
    #expect(month.contains(month.firstDay) && month.contains(month.lastDay))
    #expect(!month.contains(month.next.firstDay) && !month.contains(month.previous.lastDay))
  }

  @Test("Months follow each other over the turn of the year")
  func turnOfTheYear() throws {
    let december = try #require(BillingMonth("2026-12"))
    #expect(december.next.description == "2027-01")
    #expect((december + 14).description == "2028-02")
    #expect(december.previous < december)
    #expect(december.firstDay.month == december)
  }
}
