import Testing

@testable import shimebi

@Suite("The progress bar")
struct ProgressBarTests {
  private let start = ContinuousClock.now

  private func later(_ milliseconds: Int) -> ContinuousClock.Instant {
    start.advanced(by: .milliseconds(milliseconds))
  }

  @Test("It shows how far all stages are, what is counted, and the time that is left")
  func line() throws {
    var bar = ProgressBar(started: start)
    _ = bar.advance(.read, to: 1, { "rows 400" }, at: later(1000))
    _ = bar.advance(.management, to: 0.5, { "sheets 7/20" }, at: later(2000))
    let line = try #require(bar.advance(.documents, to: 0.2, { "81/400" }, at: later(3000)))
    // 15 + 40 / 2 + 15 / 5 of 105.
    #expect(line.contains(" 36%  management sheets 7/20  documents 81/400  ~6 s"), "\(line)")
    #expect(line.hasPrefix(String(repeating: "█", count: 10) + "░"), "\(line)")
  }

  @Test("It is drawn ten times a second at most, and at the end of a stage in any case")
  func pace() {
    var bar = ProgressBar(started: start)
    #expect(bar.advance(.read, to: 0.1, { "" }, at: later(1000)) != nil)
    #expect(bar.advance(.read, to: 0.2, { "" }, at: later(1050)) == nil)
    #expect(bar.advance(.read, to: 0.3, { "" }, at: later(1100)) != nil)
    #expect(bar.advance(.read, to: 1, { "" }, at: later(1110)) != nil)
  }

  @Test("It never goes back, in whatever order the threads come, and ends full")
  func forward() throws {
    var bar = ProgressBar(started: start)
    _ = bar.advance(.documents, to: 0.6, { "6/10" }, at: later(1000))
    #expect(bar.advance(.documents, to: 0.5, { "5/10" }, at: later(2000)) == nil)
    let last = try #require(bar.advance(.publish, to: 1, { "" }, at: later(3000)))
    #expect(last.contains(" 100%") && last.contains("~0 s"), "\(last)")
  }
}
