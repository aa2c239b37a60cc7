import Records
import Testing

@Suite("Money in whole yen")
struct YenTests {
  @Test(
    "A share is cut downward, also below zero",
    arguments: [
      (12_345, 10, 100, 1_234), (60_000, 19, 365, 3_123), (-12_345, 10, 100, -1_235), (7, 3, 3, 7),
      (0, 5, 9, 0),
    ])
  func share(amount: Int, numerator: Int, denominator: Int, expected: Int) throws {
    #expect(try Yen(amount).share(numerator, of: denominator) == Yen(expected))
  }

  @Test("A share of an amount near the limits of 64 bits is exact")
  func wideShare() throws {
    #expect(try Yen(.max).share(364, of: 365).amount == 9_198_102_524_425_036_695)
    #expect(try Yen(.max).share(7, of: 7) == Yen(.max))
    #expect(throws: YenOverflow.self) { try Yen(.max).share(2, of: 1) }
  }

  @Test("Money never wraps")
  func overflow() {
    #expect(throws: YenOverflow.self) { try Yen(.max) + 1 }
    #expect(throws: YenOverflow.self) { try Yen(.min) - 1 }
    #expect(throws: YenOverflow.self) { try Yen(.max) * 2 }
    #expect(throws: YenOverflow.self) { try -Yen(.min) }
    #expect(throws: YenOverflow.self) { try [Yen(.max), 1].sum() }
  }

  @Test(
    "An amount is written as a plain integer", arguments: zip([0, 60_000, -1_320], ["0", "60000", "-1320"]))
  func description(amount: Int, text: String) {
    #expect(Yen(amount).description == text)
  }
}
