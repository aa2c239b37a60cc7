import Testing

@testable import Intake

struct KeyIndexTests {
  @Test("each repetition names the first of its keys, for any number of jobs", arguments: [1, 4])
  func repetitions(jobs: Int) {
    let keys = (0..<30_000).map { ($0 * 7919) % 20_000 }
    // Few different hashes, so that keys meet in one slot.
    let hashes = keys.map { UInt32($0 % 1000) &* 0x9E37_79B1 }
    let index = KeyIndex(hashes, jobs: jobs) { keys[$0] == keys[$1] }
    var first: [Int: Int] = [:]
    var expected: [[Int]] = []
    for (number, key) in keys.enumerated() {
      if let earlier = first[key] { expected.append([number, earlier]) } else { first[key] = number }
    }
    #expect(index.repetitions.map { [$0.later, $0.first] } == expected)
    #expect(index.first(hashes[5]) { keys[$0] == keys[5] } == 5)
    #expect(index.first(12345) { _ in false } == nil)
  }

  @Test(
    "removing elements keeps the order of the others",
    arguments: [[], [0], [9], [0, 1, 2], [3, 5, 9], Array(0..<10)])
  func removal(indices: [Int]) {
    var elements = Array(0..<10)
    elements.remove(at: indices)
    #expect(elements == (0..<10).filter { !indices.contains($0) })
  }
}
