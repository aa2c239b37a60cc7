import Records
import Testing

@testable import Billing

@Suite("Consumption tax")
struct ConsumptionTaxTests {
  @Test(
    "the rate is that of the day of supply",
    arguments: [
      ("1990-01-01", 3), ("1997-03-31", 3), ("1997-04-01", 5), ("2014-03-31", 5), ("2014-04-01", 8),
      ("2019-09-30", 8), ("2019-10-01", 10), ("2026-10-31", 10),
    ])
  func rateByDate(text: String, rate: Int) {
    #expect(ConsumptionTax.standardRate(on: day(text)) == rate)
  }

  @Test(
    "the tax on an amount without tax is rounded once, as the company decided",
    arguments: [
      (60_000, 10, 6_000, 6_000, 6_000), (12_345, 10, 1_234, 1_235, 1_235), (660, 8, 52, 53, 53),
      (744, 10, 74, 74, 75), (-300, 10, -30, -30, -30), (-12_345, 10, -1_234, -1_235, -1_235),
    ])
  func excluded(base: Int, rate: Int, floor: Int, halfUp: Int, ceil: Int) throws {
    #expect(try company(.floor).tax(onExcluded: Yen(base), rate: rate) == Yen(floor))
    #expect(try company(.halfUp).tax(onExcluded: Yen(base), rate: rate) == Yen(halfUp))
    #expect(try company(.ceil).tax(onExcluded: Yen(base), rate: rate) == Yen(ceil))
  }

  @Test(
    "the tax in an amount with tax leaves the net",
    arguments: [
      (60_000, Company.Rounding.floor, 5_454), (60_000, .halfUp, 5_455), (60_000, .ceil, 5_455),
      (6_000, .halfUp, 545), (27_164, .halfUp, 2_469), (-27_164, .halfUp, -2_469),
    ])
  func included(gross: Int, rounding: Company.Rounding, tax: Int) throws {
    #expect(try company(rounding).tax(inIncluded: Yen(gross), rate: 10) == Yen(tax))
  }

  @Test("an amount that leaves 64 bits is an error, never a wrap")
  func overflow() {
    #expect(throws: YenOverflow.self) { try company(.floor).tax(onExcluded: Yen(.max), rate: 200) }
  }

  private func company(_ rounding: Company.Rounding) -> Company {
    Company(name: "", registrationNumber: "", taxRounding: rounding)
  }
}
