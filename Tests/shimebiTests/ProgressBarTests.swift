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
    let drawn = bar.advance(.documents, to: 0.2, { "81/400" }, at: later(3000))
    let line = try #require(drawn)
    // 15 + 40 / 2 + 15 / 5 of 105.
    #expect(line.contains(" 36%  management sheets 7/20  documents 81/400  ~6 s"), "\(line)")
    #expect(line.hasPrefix(String(repeating: "█", count: 10) + "░"), "\(line)")
  }

  @Test("It is drawn ten times a second at most, and at the end of a stage in any case")
  func pace() {
    var bar = ProgressBar(started: start)
    let lines = [(0.1, 1000), (0.2, 1050), (0.3, 1100), (1, 1110)].map { share, moment in
      bar.advance(.read, to: share, { "" }, at: later(moment))
    }
    #expect(lines.map { $0 != nil } == [true, false, true, true])
  }

  @Test("It never goes back, in whatever order the threads come, and ends full")
  func forward() throws {
    var bar = ProgressBar(started: start)
    _ = bar.advance(.documents, to: 0.6, { "6/10" }, at: later(1000))
    let back = bar.advance(.documents, to: 0.5, { "5/10" }, at: later(2000))
    #expect(back == nil)
    let end = bar.advance(.publish, to: 1, { "" }, at: later(3000))
    let last = try #require(end)
    #expect(last.contains(" 100%") && last.contains("~0 s"), "\(last)")
  }
}
