public import Records

/// Holds the courier's statement against the legs of the cases (運賃照合), by tracking number.
public struct CourierReconciliation: Sendable {
  public let frame: MonthFrame

  public init(frame: MonthFrame) { self.frame = frame }

  /// Every line of the statement, and every leg of the month that should have been billed to us but is not on it.
  public func lines(
    statement: [CourierLine], legs: [FreightLeg], cases: [SupportCase]
  ) -> [ReconciledLine] {
    let numbers = statement.map { TrackingNumber($0.trackingNumber) }
    // The legs of a giant month are many, those on one statement few.
    var legByNumber = Dictionary(numbers.map { ($0, Int32?.none) }, uniquingKeysWith: { first, _ in first })
    var notOnStatement: [Int32] = []
    let days = frame.month.firstDay...frame.month.lastDay
    for (index, leg) in legs.enumerated() {
      let isOurs = leg.billedParty == .center && days.contains(leg.shippedOn)
      let number = TrackingNumber(cases[Int(leg.caseIndex)].trackingNumber(of: leg.leg))
      if number.isEmpty {
        if isOurs { notOnStatement.append(Int32(index)) }
      } else if let known = legByNumber[number] {
        if known.map({ isBetter(leg, than: legs[Int($0)]) }) ?? true { legByNumber[number] = Int32(index) }
      } else if isOurs {
        notOnStatement.append(Int32(index))
      }
    }
    var seen: Set<TrackingNumber> = []
    let lines: [ReconciledLine] = statement.indices.map { index in
      let legIndex = numbers[index].isEmpty ? nil : legByNumber[numbers[index]] ?? nil
      let isSecond = !seen.insert(numbers[index]).inserted && !numbers[index].isEmpty
      let state =
        isSecond ? .billedTwice : state(of: statement[index], leg: legIndex.map { legs[Int($0)] })
      return ReconciledLine(statementIndex: Int32(index), legIndex: legIndex, state: state)
    }
    return lines
      + notOnStatement.map { ReconciledLine(statementIndex: nil, legIndex: $0, state: .notOnStatement) }
  }

  private func state(of line: CourierLine, leg: FreightLeg?) -> ReconciliationState {
    guard let leg else { return .notInCases }
    if leg.billedParty == .customer { return .notOurs }
    return leg.amount == line.amount ? .matched : .amountDiffers
  }

  /// Carriers use numbers again: a leg that we were billed for, then the later one, is the likelier match.
  private func isBetter(_ leg: FreightLeg, than other: FreightLeg) -> Bool {
    (leg.billedParty == .center ? 1 : 0, leg.shippedOn) > (
      other.billedParty == .center ? 1 : 0, other.shippedOn
    )
  }

  /// The warnings about the statement's own numbers.
  public func findings(statement: Export<CourierLine>) -> [Finding] {
    statement.rows.indices.compactMap { index in
      let line = statement.rows[index]
      guard TrackingNumber(line.trackingNumber).hasWrongCheckDigit else { return nil }
      return Finding(
        .trackingCheckDigit, file: ExportFile.courierStatement.rawValue, line: Int(statement.lines[index]),
        column: "tracking_no", value: line.trackingNumber, key: line.id.text)
    }
  }
}
