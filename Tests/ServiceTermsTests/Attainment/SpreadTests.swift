import ServiceTerms
import Testing

@Suite("Median, 90th percentile and worst")
struct SpreadTests {
  @Test(
    "Ranks are the nearest, from the best to the worst",
    arguments: [
      ([7], 7, 7, 7), ([3, 1], 1, 3, 3), ([5, 1, 3], 3, 5, 5), ([4, 1, 3, 2], 2, 4, 4),
      (Array(1...10), 5, 9, 10), (Array(1...11), 6, 10, 11), (Array(1...100), 50, 90, 100),
    ] as [([Int32], Int, Int, Int)])
  func ranks(values: [Int32], median: Int, p90: Int, worst: Int) throws {
    let spread = try #require(Spread(lowIsGood: values))
    #expect([spread.median, spread.p90, spread.worst] == [median, p90, worst])
    #expect(spread.count == values.count)
    let mirrored = try #require(Spread(highIsGood: values.map { -$0 }))
    #expect([mirrored.median, mirrored.p90, mirrored.worst] == [-median, -p90, -worst])
  }

  @Test("Without values there is no spread")
  func empty() { #expect(Spread(lowIsGood: []) == nil) }
}
