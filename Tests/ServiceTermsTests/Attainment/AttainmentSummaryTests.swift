import Records
import Testing

@testable import ServiceTerms

@Suite("Attainment by service and region")
struct AttainmentSummaryTests {
  @Test(
    "Attainment is cut, not rounded, and nothing where nothing was due",
    arguments: [(0, 0, nil), (9996, 4, 999), (2, 1, 666), (1, 0, 1000), (0, 3, 0)] as [(Int, Int, Int?)])
  func permille(met: Int, missed: Int, permille: Int?) {
    var counts = AttainmentCounts()
    counts.met = met
    counts.missed = missed
    #expect(counts.attainmentPermille == permille)
  }

  @Test("The bridge: every case in the file is in one group, open, or of another month")
  func bridge() throws {
    var month = TestMonth(contracts: [contract(.advanceSendback), contract(.standardOnsite, "C-2")])
    func add(_ id: Identifier, _ edit: (inout SupportCase) -> Void) {
      month.cases.append(
        supportCase(isolated: "2026-10-06 15:00") {
          $0.id = id
          edit(&$0)
        })
    }
    add("met") { $0.replacement.shippedAt = "2026-10-07" }
    add("missed") { _ in }
    add("excluded") { $0.partSoldByUs = false }
    add("unknown") { $0.contract = "C-9" }
    add("not judged") {
      $0.contract = "C-2"
      $0.arrivedAt = "2026-10-08 10:00"
    }
    add("not judged, open") { $0.contract = "C-2" }
    add("pending") { $0.isolatedAt = "2026-10-30 10:00" }
    add("of September") {
      $0.receivedAt = "2026-09-01 10:00"
      $0.isolatedAt = "2026-09-01 11:00"
    }
    add("of November") { $0.receivedAt = "2026-11-01" }
    let result = try month.result()
    let summary = result.summary
    let tokyo = AttainmentSummary.Group(service: .advanceSendback, region: .tokyo)
    #expect(summary.groups[tokyo]?.met == 1)
    #expect(summary.groups[tokyo]?.missed == 1)
    #expect(summary.groups[tokyo]?.excluded == 1)
    #expect(summary.groups[tokyo]?.open == 1)
    #expect(summary.counts(of: nil).excluded == 1)
    #expect(summary.counts(of: .standardOnsite).notJudged == 1)
    #expect(summary.counts(of: .standardOnsite).open == 1)
    #expect(summary.ofOtherMonths == 1)
    #expect(summary.casesInFile == 8)
    #expect(summary.all.total == 7)
    #expect(result.outcomes.count == 8)
    let notice = try #require(result.findings.first { $0.code == .afterMonth })
    #expect(notice.value == "1")
    #expect(result.findings.codes.filter { $0 == .afterMonth }.count == 1)
  }
}
