import Records
import Testing

@testable import ServiceTerms

@Suite("Failed parts that are out, and disks that stay")
struct PartReturnsTests {
  static func result(
    _ service: ServiceCode = .advanceSendback, chargeAfter limit: Int? = nil, month: BillingMonth = "2026-10",
    _ edit: (inout SupportCase) -> Void
  ) throws -> MonthResult {
    try TestMonth(
      month: month, contracts: [contract(service) { $0.nonReturnDisk = service.isOnsite }],
      cases: [
        supportCase(isolated: "2026-10-05 11:00") {
          $0.replacement.shippedAt = "2026-10-06 15:00"
          $0.replacement.freight = 900
          edit(&$0)
        }
      ],
      editions: [.sample { $0.settings.chargeUnreturnedAfterDays = limit }]
    ).result()
  }

  @Test("AR-2: a failed part that is out ages from the day the replacement was shipped")
  func age() throws {
    let part = try #require(try Self.result { _ in }.unreturned.first)
    #expect(part.shippedOn == "2026-10-06")
    #expect(part.ageDays == 25)
    #expect(part.bucket == .upTo30)
    #expect(part.chargedOn == nil)
  }

  @Test(
    "AR-2: ages fall into buckets",
    arguments: zip(
      [0, 7, 8, 14, 15, 30, 31, 60, 61, 400],
      ["0-7", "0-7", "8-14", "8-14", "15-30", "15-30", "31-60", "31-60", "61+", "61+"]))
  func buckets(days: Int, bucket: String) {
    #expect(AgeBucket(days: days).rawValue == bucket)
  }

  @Test("AR-2: a part that came back by as-of is not out; one that came back later still was")
  func returned() throws {
    #expect(try Self.result { $0.failedPartReceivedAt = "2026-10-31 23:00" }.unreturned.isEmpty)
    #expect(try Self.result { $0.failedPartReceivedAt = "2026-11-01" }.unreturned.count == 1)
  }

  @Test("AR-2: only advance replacement sends first; a withdrawn case is over")
  func whichCases() throws {
    for service in ServiceCode.allCases {
      let count = try Self.result(service) { _ in }.unreturned.count
      #expect(count == (service == .advanceSendback ? 1 : 0))
    }
    #expect(try Self.result { $0.outcome = .noFault }.unreturned.count == 1)
    #expect(try Self.result { $0.outcome = .withdrawn }.unreturned.isEmpty)
    let withdrawnLater = try Self.result {
      $0.outcome = .withdrawn
      $0.completedAt = "2026-11-10 10:00"
    }
    #expect(withdrawnLater.unreturned.count == 1, "the withdrawal had not happened yet")
    #expect(try Self.result { $0.replacement.shippedAt = "2026-11-01" }.unreturned.isEmpty)
  }

  @Test(
    "AR-2: the part is charged when its age exceeds the limit", arguments: [(25, nil), (24, "2026-10-31")])
  func charged(limit: Int, on day: String?) throws {
    let result = try Self.result(chargeAfter: limit) { $0.partPrice = 30_000 }
    #expect(result.unreturned.first?.chargedOn?.description == day)
    #expect(result.findings.isEmpty)
  }

  @Test("AR-2: a part to be charged that has no price is found")
  func priceMissing() throws {
    #expect(try Self.result(chargeAfter: 24) { _ in }.findings.codes == [.partPriceMissing])
    #expect(try Self.result(chargeAfter: 25) { _ in }.findings.isEmpty)
  }

  @Test("AR-2: a later edition does not change what earlier shipments are charged")
  func editions() throws {
    let month = TestMonth(editions: [
      .sample { $0.settings.chargeUnreturnedAfterDays = 30 },
      .sample(from: "2026-10-15") { $0.settings.chargeUnreturnedAfterDays = nil },
    ])
    let returns = PartReturns(frame: try month.frame, book: month.book)
    #expect(returns.firstChargeDay(shipped: "2026-10-14") == "2026-11-14")
    #expect(returns.firstChargeDay(shipped: "2026-10-15") == nil)
  }

  @Test(
    "ND-1: a failed disk under the on-site option stays with the customer", arguments: ServiceCode.allCases)
  func keptDisk(service: ServiceCode) throws {
    let disks = try Self.result(service) {
      $0.part = .disk
      $0.diskRetained = true
      $0.completedAt = "2026-10-08 10:00"
    }.keptDisks
    #expect(disks.map(\.completedOn) == (service.isOnsite ? ["2026-10-08"] : []))
  }

  @Test("ND-2: the hand-over list names the disks whose case was completed in the month")
  func handOver() throws {
    func disks(_ completed: JSTInstant?, month: BillingMonth, kept: Bool = true) throws -> Int {
      try Self.result(.standardOnsite, month: month) {
        $0.part = .disk
        $0.diskRetained = kept
        $0.completedAt = completed
      }.keptDisks.count
    }
    #expect(try disks("2026-10-31 23:59", month: "2026-10") == 1)
    #expect(try disks("2026-10-31 23:59", month: "2026-11") == 0)
    #expect(try disks("2026-11-01", month: "2026-10") == 0)
    #expect(try disks("2026-11-01", month: "2026-11") == 1)
    #expect(try disks(nil, month: "2026-10") == 0)
    #expect(try disks("2026-10-08 10:00", month: "2026-10", kept: false) == 0)
  }
}
