/// How a measure spreads (中央値・90パーセンタイル・最悪値), in the unit of the measure.
///
/// Values are ranked from the best to the worst, so that nine of ten are at least as good as `p90`. Median and 90th
/// percentile are by nearest rank: always a value that occurred, never a mean of two.
public struct Spread: Equatable, Sendable {
  public let count: Int
  public let median: Int
  public let p90: Int
  public let worst: Int

  /// Nil without values.
  public init?(_ values: [Int32], isBetter: (Int32, Int32) -> Bool) {
    let ranked = values.sorted(by: isBetter)
    guard let worst = ranked.last else { return nil }
    count = ranked.count
    median = Int(ranked[Spread.rank(50, of: count) - 1])
    p90 = Int(ranked[Spread.rank(90, of: count) - 1])
    self.worst = Int(worst)
  }

  /// Lead times and delays: the shorter the better.
  public init?(lowIsGood values: [Int32]) { self.init(values, isBetter: <) }

  /// Margins: the longer the better.
  public init?(highIsGood values: [Int32]) { self.init(values, isBetter: >) }

  /// The smallest rank that covers `percent` of `count` values: ceil(percent x count / 100).
  private static func rank(_ percent: Int, of count: Int) -> Int { (percent * count + 99) / 100 }
}
