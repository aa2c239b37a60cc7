public import Records

/// Holds the courier's statement against the legs of the cases (運賃照合), by tracking number.
public struct CourierReconciliation: Sendable {
  public let frame: MonthFrame

  public init(frame: MonthFrame) { self.frame = frame }

  /// Every line of the statement, and every leg of the month that should have been billed to us but is not on it.
  public func lines(
    statement: [CourierLine], legs: [FreightLeg], cases: [SupportCase]
  ) -> [ReconciledLine] {
    var legByNumber: [TrackingNumber: Int32] = [:]
    for (index, leg) in legs.enumerated() {
      let number = TrackingNumber(cases[Int(leg.caseIndex)].shipment(leg.leg).trackingNumber)
      guard !number.isEmpty else { continue }
      let known = legByNumber[number]
      if known == nil || isBetter(leg, than: legs[Int(known ?? 0)]) { legByNumber[number] = Int32(index) }
    }
    var seen: Set<TrackingNumber> = []
    var lines: [ReconciledLine] = statement.indices.map { index in
      let number = TrackingNumber(statement[index].trackingNumber)
      let legIndex = legByNumber[number]
      let isSecond = !seen.insert(number).inserted && !number.isEmpty
      let state =
        isSecond ? .billedTwice : state(of: statement[index], leg: legIndex.map { legs[Int($0)] })
      return ReconciledLine(statementIndex: Int32(index), legIndex: legIndex, state: state)
    }
    for (index, leg) in legs.enumerated() where leg.month == frame.month && leg.billedParty == .center {
      let number = TrackingNumber(cases[Int(leg.caseIndex)].shipment(leg.leg).trackingNumber)
      guard number.isEmpty || !seen.contains(number) else { continue }
      lines.append(ReconciledLine(statementIndex: nil, legIndex: Int32(index), state: .notOnStatement))
    }
    return lines
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
