import Testing

@testable import Reports

@Suite("Text in a grid of half-width characters")
struct AlignmentTests {
  @Test(
    "Text is filled or cut to exactly its width, full-width characters taking two",
    arguments: [
      ("abc", 6, "abc   "), ("東京", 6, "東京  "), ("東京都", 6, "東京都"), ("東京都庁", 6, "東京…"),
      ("東京都庁", 7, "東京… "), ("a東京都", 5, "a東…"), ("", 3, "   "), ("ｱｲｳ", 4, "ｱｲｳ "), ("長い", 1, "."),
      ("e\u{301}a", 3, "e\u{301}a "),
    ])
  func fitted(text: String, width: Int, expected: String) {
    #expect(text.fitted(width) == expected)
    #expect(text.fitted(width).halfWidths == width)
    #expect(text.fitted(width, .right).halfWidths == width)
  }

  @Test("Figures stand to the right")
  func right() {
    #expect("12".fitted(5, .right) == "   12")
    #expect(TextCell(1_234_567).aligned(.right, 4) == "1,234,567", "a figure is never cut")
    #expect("十".fitted(5, .right) == "   十")
  }

  @Test(
    "Whole numbers have separators, yen a sign, permille one decimal",
    arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (100_000, "100,000")])
  func grouped(number: Int, expected: String) { #expect(number.grouped == expected) }

  @Test(
    "A share is shown in percent, cut and not rounded, and as - where nothing was due",
    arguments: [(999, "99.9%"), (1000, "100.0%"), (0, "0.0%"), (-5, "-0.5%"), (nil, "-")] as [(Int?, String)])
  func percents(permille: Int?, expected: String) { #expect(percent(permille) == expected) }

  @Test(
    "A bar is as long as its share, in signs that are one wide everywhere",
    arguments: [(0, ".........."), (1000, "##########"), (500, "#####....."), (449, "####......")])
  func bars(share: Int, expected: String) {
    #expect(TextCell("", share: share).aligned(.bar, 10) == expected)
  }

  @Test("Without a share a bar is blank")
  func noBar() { #expect(TextCell("-").aligned(.bar, 4) == "    ") }
}
