import Records
import ServiceTerms
import Testing

@testable import Reports

@Suite("What needs a decision")
struct MonthOverviewTests {
  private func contract(_ id: Identifier, endsOn: String, autoRenew: Bool = false) throws -> Contract {
    Contract(
      id: id, customer: "K", customerName: "甲", service: .advanceSendback, startsOn: try day("2026-01-01"),
      endsOn: try day(endsOn), annualFee: 1000, region: .tokyo, autoRenew: autoRenew)
  }

  private func sent(_ id: Identifier, isolated: String, shipped: String?) throws -> SupportCase {
    SupportCase(
      id: id, contract: "C", receivedAt: try at(isolated), isolatedAt: try at(isolated),
      replacement: Shipment(shippedAt: try shipped.map { try at($0) }))
  }

  @Test("AR-1 Missed targets that are still undone come first, by deadline; then the latest")
  func missed() throws {
    var month = SampleMonth()
    month.contracts = [try contract("C", endsOn: "2026-12-31")]
    month.cases = [
      try sent("late a day", isolated: "2026-10-01 10:00", shipped: "2026-10-03 10:00"),
      try sent("late a week", isolated: "2026-10-01 10:00", shipped: "2026-10-10 10:00"),
      try sent("undone since the 15th", isolated: "2026-10-14 10:00", shipped: nil),
      try sent("undone since the 6th", isolated: "2026-10-05 10:00", shipped: nil),
      try sent("in time", isolated: "2026-10-05 10:00", shipped: "2026-10-06 10:00"),
    ]
    let report = try month.report()
    let overview = try MonthOverview(report)
    let ids = overview.missed.map { report.cases[Int(report.result.outcomes[$0].caseIndex)].id.text }
    #expect(ids == ["undone since the 6th", "undone since the 15th", "late a week", "late a day"])
    #expect(overview.overdue == 2)
  }

  @Test("Contracts lapse that ended in the month or end within 30 days, unless they renew themselves")
  func lapsing() throws {
    var month = SampleMonth()
    month.contracts = [
      try contract("later", endsOn: "2026-12-15"), try contract("soon", endsOn: "2026-11-30"),
      try contract("ended", endsOn: "2026-10-31"), try contract("long gone", endsOn: "2026-09-30"),
      try contract("automatic", endsOn: "2026-11-10", autoRenew: true),
    ]
    let report = try month.report()
    let overview = try MonthOverview(report)
    let ids = overview.lapsing.map { report.contracts[Int(report.result.renewals[$0].contractIndex)].id.text }
    #expect(ids == ["ended", "soon"])
    #expect(overview.renewalWindows.map(\.count) == [2, 3, 3])
    #expect(overview.renewalWindows.map(\.fee) == [2000, 3000, 3000])
  }

  @Test("AR-2 The oldest unreturned part comes first")
  func unreturned() throws {
    var month = SampleMonth()
    month.contracts = [try contract("C", endsOn: "2026-12-31")]
    month.cases = [
      try sent("young", isolated: "2026-10-20 10:00", shipped: "2026-10-21"),
      try sent("old", isolated: "2026-08-03 10:00", shipped: "2026-08-04"),
    ]
    let report = try month.report()
    let overview = try MonthOverview(report)
    let ages = overview.unreturned.map { report.result.unreturned[$0].ageDays }
    #expect(ages == [88, 10])
  }

  @Test("The change is against the month before, and nothing against an older one")
  func change() throws {
    var counts = AttainmentCounts()
    var report = try DataFilesTests.month().report()
    for outcome in report.result.outcomes where outcome.verdict == .met { counts.add(outcome) }
    for (back, expected) in [(1, -334), (2, nil)] as [(Int, Int?)] {
      report.history = [
        MonthFigures(
          month: report.month + -back, services: [:], all: counts, freight: FreightShares())
      ]
      #expect(try MonthOverview(report).change == expected)
    }
  }
}
