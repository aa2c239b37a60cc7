import Records
import Testing

@testable import ServiceTerms

@Suite("The month in which a case is counted")
struct CountingMonthTests {
  static func month(_ month: BillingMonth = "2026-10", closed: ClosedMonths? = nil) -> TestMonth {
    TestMonth(
      month: month, contracts: [contract(.advanceSendback), contract(.standardOnsite, "C-2")], closed: closed)
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var because: String
    var month: BillingMonth?
    var edit: @Sendable (inout SupportCase) -> Void
    var testDescription: String { because }

    init(_ because: String, _ month: BillingMonth?, edit: @escaping @Sendable (inout SupportCase) -> Void) {
      self.because = because
      self.month = month
      self.edit = edit
    }
  }

  @Test(
    "It is the one in which the verdict became known",
    arguments: [
      Example("met when shipped", "2026-10") {
        $0.isolatedAt = "2026-09-30 10:00"
        $0.replacement.shippedAt = "2026-10-01"
      },
      Example("met before isolation: known when isolated", "2026-10") {
        $0.isolatedAt = "2026-10-01"
        $0.replacement.shippedAt = "2026-09-30 10:00"
      },
      Example("missed at the deadline, not when shipped", "2026-09") {
        $0.isolatedAt = "2026-09-29 10:00"
        $0.replacement.shippedAt = "2026-10-05"
      },
      Example("24:00 of a day belongs to that day", "2026-09") { $0.isolatedAt = "2026-09-29 10:00" },
      Example("00:00 agreed belongs to the day it begins", "2026-10") {
        $0.contract = "C-2"
        $0.isolatedAt = "2026-09-25 15:00"
        $0.agreedVisitAt = "2026-10-01"
        $0.arrivedAt = "2026-10-02 10:00"
      },
      Example("a deadline before isolation: known when isolated", "2026-10") {
        $0.contract = "C-2"
        $0.isolatedAt = "2026-10-02 10:00"
        $0.agreedVisitAt = "2026-09-28 10:00"
        $0.arrivedAt = "2026-10-02 11:00"
      },
      Example("withdrawn when completed", "2026-10") {
        $0.outcome = .withdrawn
        $0.completedAt = "2026-10-02 10:00"
      },
      Example("withdrawn without completion: when received", "2026-09") { $0.outcome = .withdrawn },
      Example("no fault when isolated", "2026-10") {
        $0.outcome = .noFault
        $0.isolatedAt = "2026-10-02 10:00"
      },
      Example("excluded otherwise when received", "2026-09") {
        $0.partSoldByUs = false
        $0.isolatedAt = "2026-10-02 10:00"
      },
      Example("not judged when the visit happened", "2026-10") {
        $0.contract = "C-2"
        $0.isolatedAt = "2026-09-28 15:00"
        $0.arrivedAt = "2026-10-01"
      },
      Example("not judged and not visited is open", nil) {
        $0.contract = "C-2"
        $0.isolatedAt = "2026-09-28 15:00"
      },
      Example("not isolated is open", nil) { _ in },
    ])
  func becameKnown(example: Example) throws {
    let outcome = try Self.month()
      .outcome(of: supportCase(received: "2026-09-24 10:00", edit: example.edit))
    #expect(outcome?.month == example.month)
    #expect(outcome?.isOpen == (example.month == nil))
    #expect(outcome?.isLate == false)
  }

  @Test("No case belongs to a month before that of its reception")
  func notBeforeReception() throws {
    let outcome = try Self.month().outcome(
      of: supportCase(received: "2026-10-01 09:00", isolated: "2026-09-29 10:00") {
        $0.replacement.shippedAt = "2026-09-30"
      })
    #expect(outcome?.verdict == .met)
    #expect(outcome?.month == "2026-10")
  }

  static let shippedInSeptember = supportCase(received: "2026-09-01 10:00", isolated: "2026-09-02 10:00") {
    $0.replacement.shippedAt = "2026-09-03"
  }

  @Test("A case that a closed month should have counted but did not is counted now, late")
  func late() throws {
    let closed = ClosedMonths(opening: "2026-08", last: "2026-09")
    let outcome = try Self.month(closed: closed).outcome(of: Self.shippedInSeptember)
    #expect(outcome?.month == "2026-10")
    #expect(outcome?.isLate == true)
    let before = ClosedMonths(opening: "2026-10", last: nil)
    #expect(try Self.month(closed: before).outcome(of: Self.shippedInSeptember)?.month == "2026-09")
    let openSince = ClosedMonths(opening: "2026-09", last: "2026-09")
    let inAugust = supportCase(received: "2026-08-03 10:00", isolated: "2026-08-03 11:00") {
      $0.replacement.shippedAt = "2026-08-04"
    }
    #expect(
      try Self.month(closed: openSince).outcome(of: inAugust)?.month == "2026-08",
      "a month before the books opened was never closed")
  }

  @Test("A case that the ledger counted keeps its month; another verdict is a restatement")
  func restatement() throws {
    let closed = ClosedMonths(
      opening: "2026-08", last: "2026-09",
      verdicts: ["S-1": CountedVerdict(month: "2026-09", verdict: .missed)])
    var month = Self.month(closed: closed)
    month.cases = [Self.shippedInSeptember]
    let result = try month.result()
    #expect(result.outcomes.first?.month == "2026-09")
    #expect(result.summary.ofOtherMonths == 1)
    #expect(result.summary.all.total == 0)
    #expect(result.restatements.map(\.verdict) == [.met])
    #expect(result.restatements.first?.counted.verdict == .missed)

    month.closed?.verdicts["S-1"]?.verdict = .met
    #expect(try month.result().restatements.isEmpty)
  }

  @Test("A counted case whose event was taken back is restated, not opened again")
  func takenBack() throws {
    let closed = ClosedMonths(
      opening: "2026-08", last: "2026-09", verdicts: ["S-1": CountedVerdict(month: "2026-09", verdict: .met)])
    var month = Self.month(closed: closed)
    month.cases = [supportCase(received: "2026-09-01 10:00")]
    let result = try month.result()
    #expect(result.restatements.map(\.verdict) == [.awaitingIsolation])
    #expect(result.summary.all.open == 0)
    #expect(result.summary.casesInFile == 1)
  }
}
