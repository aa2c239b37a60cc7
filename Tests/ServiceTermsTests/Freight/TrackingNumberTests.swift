import Testing

@testable import ServiceTerms

@Suite("The number on a parcel")
struct TrackingNumberTests {
  @Test(
    "Hyphens, blanks and width do not matter when numbers are matched",
    arguments: ["1234-5678-9013", "1234 5678 9013", "１２３４－５６７８－９０１３", "1234　5678ー9013"])
  func matching(text: String) {
    #expect(TrackingNumber(text) == TrackingNumber("123456789013"))
  }

  @Test("Leading zeros and letters count")
  func distinct() {
    #expect(TrackingNumber("0123") != TrackingNumber("123"))
    #expect(TrackingNumber("AB-1") == TrackingNumber("AB1"))
    #expect(TrackingNumber(" - ").isEmpty)
  }

  @Test(
    "Of twelve digits the last is the first eleven mod 7",
    arguments: [
      ("123456789013", false), ("123456789012", true), ("1234-5678-9012", true), ("000000000000", false),
      ("999999999997", true), ("12345678901", false), ("12345678901A", false), ("", false),
    ])
  func checkDigit(text: String, isWrong: Bool) {
    #expect(TrackingNumber(text).hasWrongCheckDigit == isWrong)
  }
}
