import Records

/// Writes `cases.csv`, and beside it the courier's statement of the month, as far as things were known at the export.
struct CaseRows {
  let story: CaseStory
  let timeline: Timeline
  let lastBlock: Int
  /// Nothing that happens at or after this second is known yet.
  let exportedAt: Int

  static let header =
    "case_id,contract_id,received_at,channel,part,part_sold_by_us,failed_part_serial,outcome,isolated_at,"
    + "agreed_visit_at,arrived_at,completed_at,failed_part_shipped_at,failed_part_received_at,"
    + "failed_part_carrier,failed_part_freight,failed_part_freight_terms,failed_part_tracking_no,"
    + "replacement_shipped_at,replacement_carrier,replacement_freight,replacement_freight_terms,"
    + "replacement_tracking_no,disk_retained,part_price"

  private static let carriers: [StaticString] = ["ヤマト運輸", "佐川急便", "日本郵便"]

  func write(to file: ExportFile, courier: CourierRows) throws {
    for number in story.blocks.window(through: lastBlock) {
      let facts = story.facts(of: number)
      var random = SplitMix(seed: story.contracts.seed, table: 7, row: number)
      writeReception(of: facts, to: file, &random)
      writeProgress(of: facts, to: file)
      writeLegs(of: facts, to: file)
      file.field(facts.diskRetained && known(facts.completedAt) != nil ? "Y" : "N")
      if let price = facts.partPrice { file.digits(price) }
      try file.endRow()
      try courier.write(facts)
    }
  }

  private func known(_ instant: Int?) -> Int? { instant.flatMap { $0 < exportedAt ? $0 : nil } }

  private func writeReception(of facts: CaseFacts, to file: ExportFile, _ random: inout SplitMix) {
    file.id("CASE-", facts.number, width: 8)
    if random.chance(5) {
      file.id("MNT-9", random.below(100_000), width: 8)
    } else {
      file.id("MNT-", facts.contract.number, width: 8)
    }
    file.timestamp(facts.receivedAt, timeline)
    file.field(facts.byPhone ? "phone" : "mail")
    file.field(facts.isDisk ? "disk" : "enclosure")
    file.field(facts.partSoldByUs ? (random.chance(500) ? "Y" : "") : "N")
    if facts.isDisk { file.text("WD-WX") } else { file.text("Q22B") }
    file.digits(random.below(100_000_000_000), width: 11)
    file.comma()
  }

  private func writeProgress(of facts: CaseFacts, to file: ExportFile) {
    let isolated = known(facts.isolatedAt)
    let completed = known(facts.completedAt)
    switch facts.outcome {
    case .noFault where isolated != nil: file.field("no_fault")
    case .withdrawn where completed != nil || facts.completedAt == nil: file.field("withdrawn")
    default: file.field("hardware_fault")
    }
    file.timestamp(isolated, timeline)
    file.timestamp(isolated == nil ? nil : facts.agreedVisitAt, timeline)
    file.timestamp(known(facts.arrivedAt), timeline)
    file.timestamp(completed, timeline)
  }

  private func writeLegs(of facts: CaseFacts, to file: ExportFile) {
    let sentOn = known(facts.failedPart.shippedAt).map { $0 / 86_400 }
    file.date(sentOn, timeline)
    file.date(known(facts.failedPartReceivedOn.map { $0 * 86_400 }).map { $0 / 86_400 }, timeline)
    writeFreight(of: facts.failedPart, shipped: sentOn != nil, to: file)
    let shippedAt = known(facts.replacement.shippedAt)
    file.timestamp(shippedAt, timeline)
    writeFreight(of: facts.replacement, shipped: shippedAt != nil, to: file)
  }

  private func writeFreight(of leg: CaseFacts.Leg, shipped: Bool, to file: ExportFile) {
    guard shipped else {
      for _ in 0..<4 { file.comma() }
      return
    }
    file.field(Self.carriers[leg.carrier])
    file.field(leg.freight)
    file.field(leg.collect ? "collect" : "prepaid")
    file.digits(leg.trackingNumber, width: 12)
    file.comma()
  }
}
