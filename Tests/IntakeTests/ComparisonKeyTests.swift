import Testing

@testable import Intake

struct ComparisonKeyTests {
  @Test(
    "Forms of one name are compared as equal",
    arguments: [
      ("ﾃﾞｨｽｸ", "ディスク"), ("ＱＮＡＰ　Ｓｙｓｔｅｍｓ，　Ｉｎｃ．", "qnap systems, inc."), (" QNAP\u{3000}", "qnap"),
      ("㈱ﾊﾟﾈﾙ", "(株)パネル"),
    ])
  func folds(_ form: String, _ key: String) {
    #expect(Array(comparisonKey(form).unicodeScalars) == Array(key.unicodeScalars))
  }
}
