import Foundation
import Testing

@testable import Intake

struct FoldingTests {
  @Test("folding by hand gives what NFKC, trimming and lower case give")
  func agreesWithFoundation() {
    for scalar in (UInt32(0)...0xFFFF).compactMap({ Unicode.Scalar($0) }) {
      let text = "2026" + String(Character(scalar)) + "5"
      let bytes = Array(text.utf8)
      #expect(
        String(decoding: Folding.fold(bytes.span), as: UTF8.self) == comparisonKey(text), "U+\(scalar.value)")
    }
  }

  @Test(
    "blanks at the ends are trimmed",
    arguments: [("　Ａ　", "a"), (" a b ", "a b"), ("　", ""), ("", ""), ("ｶﾞ", "ガ"), ("㈱", "(株)")])
  func trims(text: String, folded: String) {
    let bytes = Array(text.utf8)
    #expect(Folding.fold(bytes.span) == Array(folded.utf8))
  }
}
