import Records
import ServiceTerms
import Testing

@testable import Billing

@Suite("Deferred revenue")
struct DeferredRevenueTests {
  @Test("60,000 over a year is earned by day and sums exactly")
  func vector() throws {
    let fee = StraightLine(net: 60_000, term: day("2026-02-10")...day("2027-02-09"))
    var earned: [Yen] = []
    for month in month("2026-02")...month("2027-02") {
      earned.append(
        try fee.recognised(through: month.lastDay) - fee.recognised(through: month.firstDay.previous))
    }
    #expect(
      earned == [3123, 5096, 4931, 5096, 4932, 5095, 5096, 4932, 5096, 4931, 5096, 5096, 1480])
    #expect(try earned.sum() == 60_000)
  }

  @Test("any fee over any term sums to the fee", arguments: 0..<200)
  func exact(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let start = day("2024-01-01") + Int(random.next() % 800)
    let days = 1 + Int(random.next() % 900)
    let fee = StraightLine(net: Yen(Int(random.next() % 1_000_000)), term: start...(start + (days - 1)))
    var sum = Yen.zero
    for month in start.month...(start + days).month {
      let part = try fee.recognised(through: month.lastDay) - fee.recognised(through: month.firstDay.previous)
      #expect(part >= .zero)
      sum = try sum + part
    }
    #expect(sum == fee.net)
  }

  @Test("a charge posted late catches up in its month")
  func late() throws {
    let sample = BillingSample(contracts: [support("T1", from: "2026-02-10", through: "2027-02-09")])
    let term = try sample.bill(month("2026-05"), opening: month("2026-02")).deferred[0]
    #expect((term.recognisedBefore, term.recognised) == (0, 18_246))
    #expect(term.schedule.prefix(3) == [4932, 5095, 5096])
    #expect(try term.deferred == term.schedule.sum())
  }

  @Test("a corrected fee catches up in the month of the correction")
  func corrected() throws {
    var sample = BillingSample(contracts: [support("T1", from: "2026-02-10", through: "2027-02-09")])
    let opening = month("2026-02")
    let posted = try sample.bill(opening).posted()
    sample.contracts[0].annualFee = 36_500
    let term = try sample.bill(month("2026-03"), opening: opening, posted: posted).deferred[0]
    #expect((term.net, term.added, term.recognisedBefore) == (36_500, -23_500, 3_123))
    #expect(term.recognised == 1_877)  // 50 days at 100 yen, less 3,123
    #expect(try term.opening == 56_877)
    #expect(try term.deferred == 31_500)
  }

  @Test("a term given back is given back whole")
  func givenBack() throws {
    var sample = BillingSample(contracts: [support("T1", from: "2026-02-10", through: "2027-02-09")])
    let posted = try sample.bill(month("2026-02")).posted()
    sample.contracts[0].cancelledOn = day("2026-02-09")
    let term = try sample.bill(month("2026-03"), opening: month("2026-02"), posted: posted).deferred[0]
    #expect((term.net, term.recognisedBefore, term.recognised) == (0, 3_123, -3_123))
  }

  @Test("a term that is over and does not move is not listed")
  func over() throws {
    let sample = BillingSample(contracts: [support("T1", from: "2026-02-10", through: "2026-03-31")])
    let posted = try sample.bill(month("2026-02")).posted()
    let opening = month("2026-02")
    #expect(try sample.bill(month("2026-03"), opening: opening, posted: posted).deferred.count == 1)
    #expect(try sample.bill(month("2026-04"), opening: opening, posted: posted).deferred.isEmpty)
  }

  @Test("with prices that include the tax the net is deferred")
  func included() throws {
    var sample = BillingSample(contracts: [support("T1", from: "2026-02-10", through: "2027-02-09")])
    sample.company.priceBasis = .included
    #expect(try sample.bill(month("2026-02")).deferred[0].net == 54_546)
  }
}

/// A small random generator with a seed, so that a failing property can be run again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
