import Records

/// Writes `courier_statement.csv`: what the carriers billed the center for the month, with a few slips of theirs.
final class CourierRows {
  private let file: ExportFile
  private let timeline: Timeline
  private let seed: UInt64
  private let month: ClosedRange<Int>
  private var lines = 0

  static let header = "line_id,tracking_no,shipped_on,amount,terms,carrier"
  private static let carriers: [StaticString] = ["ヤマト運輸", "佐川急便", "日本郵便"]

  /// `month`: its first to its last day.
  init(file: ExportFile, timeline: Timeline, seed: UInt64, month: ClosedRange<Int>) {
    self.file = file
    self.timeline = timeline
    self.seed = seed
    self.month = month
  }

  func write(_ facts: CaseFacts) throws {
    var random = SplitMix(seed: seed, table: 8, row: facts.number)
    let slip = random.below(1000)
    try write(facts.replacement, billedWhenCollect: false, slip: slip)
    try write(facts.failedPart, billedWhenCollect: true, slip: slip)
  }

  /// Slips, in permille: 3 left out, 4 another amount, 1 billed twice, 1 an unknown number, 1 not ours.
  private func write(_ leg: CaseFacts.Leg, billedWhenCollect: Bool, slip: Int) throws {
    guard let shippedAt = leg.shippedAt, month.contains(shippedAt / 86_400) else { return }
    guard leg.collect == billedWhenCollect || slip == 9, !(0..<3).contains(slip) else { return }
    let amount = (leg.freight ?? 1320) + ((3..<7).contains(slip) ? 110 : 0)
    for _ in 0..<(slip == 7 ? 2 : 1) {
      let number =
        slip == 8 ? leg.trackingNumber / 10 * 10 + 70 - leg.trackingNumber / 10 % 7 : leg.trackingNumber
      try writeLine(number: number, leg: leg, shippedOn: shippedAt / 86_400, amount: amount)
    }
  }

  private func writeLine(number: Int, leg: CaseFacts.Leg, shippedOn: Int, amount: Int) throws {
    lines += 1
    file.id("L", lines, width: 7)
    let digits = String(number)
    file.text(Array("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(4))-\(digits.dropFirst(8))".utf8))
    file.comma()
    file.date(shippedOn, timeline)
    file.field(amount)
    file.field(leg.collect ? "collect" : "prepaid")
    file.text(Self.carriers[leg.carrier])
    try file.endRow()
  }
}
