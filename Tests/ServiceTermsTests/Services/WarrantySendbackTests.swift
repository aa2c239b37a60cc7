import Records
import Testing

@testable import ServiceTerms

@Suite("Return to depot under the warranty")
struct WarrantySendbackTests {
  let month = TestMonth(contracts: [contract(.warrantySendback)])

  @Test("MW-1: the maker's repair has no target, however long it takes")
  func noTarget() throws {
    let shipped = try month.outcome(
      of: supportCase(isolated: "2026-10-05 10:00") { $0.replacement.shippedAt = "2026-10-30" })
    #expect(shipped?.rule == .mw1)
    #expect(shipped?.verdict == .noTarget)
    #expect(shipped?.deadline == nil)
    #expect(shipped?.basis == nil)
    #expect(shipped?.month == "2026-10")
    let waiting = try month.outcome(of: supportCase(isolated: "2026-10-05 10:00"))
    #expect(waiting?.verdict == .noTarget)
    #expect(waiting?.isOpen == true)
  }
}
