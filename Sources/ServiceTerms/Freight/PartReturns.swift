public import Records

/// Failed parts that are still out, and disks that stay with the customer (故障パーツの返却とディスク引渡し).
public struct PartReturns: Sendable {
  let frame: MonthFrame
  let book: ContractBook

  public init(frame: MonthFrame, book: ContractBook) {
    self.frame = frame
    self.book = book
  }

  /// The failed part of an advance replacement that had not come back by as-of.
  ///
  /// > Terms: AR-2
  public func unreturned(
    _ supportCase: SupportCase, at index: Int, contract contractIndex: Int32?
  ) -> UnreturnedPart? {
    guard let contractIndex,
      book.contracts[Int(contractIndex)].service == .advanceSendback,
      !frame.isWithdrawn(supportCase),
      let shipped = frame.happened(supportCase.replacement.shippedAt)?.day,
      frame.happened(supportCase.failedPartReceivedAt) == nil
    else { return nil }
    let age = frame.month.lastDay - shipped
    let chargedOn = firstChargeDay(shipped: shipped).flatMap { $0 <= frame.month.lastDay ? $0 : nil }
    return UnreturnedPart(
      caseIndex: Int32(index), contractIndex: contractIndex, shippedOn: shipped, ageDays: age,
      chargedOn: chargedOn)
  }

  /// The first day on which a part shipped on `shipped` is older than the limit; nil where nothing is ever charged.
  ///
  /// The limit is that of the edition in force when the replacement was shipped, so a later edition changes no charge.
  public func firstChargeDay(shipped: Day) -> Day? {
    frame.ruleBook(on: shipped).edition.settings.chargeUnreturnedAfterDays.map { shipped + ($0 + 1) }
  }

  public func finding(of part: UnreturnedPart, _ supportCase: SupportCase, line: Int) -> Finding? {
    guard part.chargedOn != nil, supportCase.partPrice == nil else { return nil }
    return Finding(
      .partPriceMissing, file: ExportFile.cases.rawValue, line: line, column: "part_price",
      key: supportCase.id.text)
  }

  /// A disk handed over in the month under the keep-your-drive option.
  ///
  /// > Terms: ND-1, ND-2
  public func keptDisk(_ supportCase: SupportCase, at index: Int, contract contractIndex: Int32?) -> KeptDisk?
  {
    guard supportCase.part == .disk, supportCase.diskRetained,
      let contractIndex,
      book.contracts[Int(contractIndex)].service.isOnsite,
      book.contracts[Int(contractIndex)].nonReturnDisk,
      let completed = frame.happened(supportCase.completedAt)?.day, frame.month.contains(completed)
    else { return nil }
    return KeptDisk(caseIndex: Int32(index), contractIndex: contractIndex, completedOn: completed)
  }
}
