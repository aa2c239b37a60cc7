import Records
import Testing

@testable import ServiceTerms

@Suite("Return to depot after the warranty")
struct ExtendedSendbackTests {
  let month = TestMonth(contracts: [contract(.extendedSendback)])

  @Test("EX-1: the repair after the warranty has no target, however long it takes")
  func noTarget() throws {
    let shipped = try month.outcome(
      of: supportCase(isolated: "2026-10-05 10:00") { $0.replacement.shippedAt = "2026-10-30" })
    #expect(shipped?.rule == .ex1)
    #expect(shipped?.verdict == .noTarget)
    #expect(shipped?.deadline == nil)
    #expect(shipped?.basis == nil)
    #expect(shipped?.month == "2026-10")
    let waiting = try month.outcome(of: supportCase(isolated: "2026-10-05 10:00"))
    #expect(waiting?.verdict == .noTarget)
    #expect(waiting?.isOpen == true)
  }
}
