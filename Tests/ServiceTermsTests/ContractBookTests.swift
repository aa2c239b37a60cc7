import Records
import Testing

@testable import ServiceTerms

@Suite("The month's contracts")
struct ContractBookTests {
  @Test("The last day in force: the end, the cancellation, or none")
  func lastDay() {
    func last(_ edit: (inout Contract) -> Void, successor: Day? = nil) -> Day? {
      let first = contract(.advanceSendback) {
        $0.renewedBy = "C-2"
        edit(&$0)
      }
      let next = successor.map { start in contract(.advanceSendback, "C-2") { $0.startsOn = start } }
      return ContractBook([first] + (next.map { [$0] } ?? [])).lastDayInForce(of: first)
    }
    #expect(last { _ in } == "2027-03-31")
    #expect(last { $0.cancelledOn = "2026-12-31" } == "2026-12-31")
    #expect(last { $0.cancelledOn = "2027-12-31" } == "2027-03-31")
    #expect(last { $0.autoRenew = true } == nil)
    #expect(
      last {
        $0.autoRenew = true
        $0.cancelledOn = "2029-05-05"
      } == "2029-05-05")
    #expect(last({ $0.autoRenew = true }, successor: "2028-04-01") == "2028-03-31")
    #expect(last({ $0.autoRenew = true }, successor: "2028-04-02") == "2029-03-31")
    #expect(last({ $0.autoRenew = true }, successor: "2026-01-01") == "2027-03-31")
    #expect(
      last(
        {
          $0.autoRenew = true
          $0.cancelledOn = "2027-06-30"
        }, successor: "2028-04-01") == "2027-06-30")
  }

  @Test("Identifiers are compared byte for byte, so leading zeros count")
  func lookUp() {
    let book = ContractBook([contract(.advanceSendback, "007"), contract(.onsite24h, "7")])
    #expect(book.contract("007")?.service == .advanceSendback)
    #expect(book.contract("7")?.service == .onsite24h)
    #expect(book.contract("07") == nil)
    #expect(book.index(of: "7") == 1)
  }
}
