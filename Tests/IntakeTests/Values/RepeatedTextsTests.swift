import Records
import Testing

@testable import Intake

struct RepeatedTextsTests {
  @Test("every text comes out as it went in, however many there are", arguments: [0, 1 << 20, 1 << 40])
  func texts(size: Int) {
    var texts = RepeatedTexts(size: size)
    for round in 0..<2 {
      for number in 0..<500 {
        let text = number % 2 == 0 ? "t\(number)" : "株式会社ＱＮＡＰ販売 第\(number)支店"
        let bytes = Array(text.utf8)
        #expect(texts.text(bytes.span) == text, "round \(round)")
        #expect(texts.shared(bytes.span).text == text)
        let maintainer = texts.maintainer(bytes.span)
        #expect(maintainer == Maintainer(name: text, key: comparisonKey(text)))
      }
    }
  }
}
