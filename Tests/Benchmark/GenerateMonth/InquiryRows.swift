import Records

/// Writes `ticket_usage.csv`: the inquiries of thirteen months, most of them by customers with tickets.
struct InquiryRows {
  let contracts: Contracts
  let blocks: Blocks
  let timeline: Timeline
  let lastBlock: Int
  let exportedAt: Int

  static let header =
    "usage_id,customer_id,received_at,category,subject,maintainer,tickets,answered_at,channel"

  private static let categories: [StaticString] = [
    "hardware_isolation", "specification", "configuration", "operation_check", "troubleshooting", "other",
  ]
  private static let subjects: [StaticString] = [
    "SMB", "NFS", "AFP", "iSCSI", "Hybrid Backup Sync", "Snapshot", "Qsync", "QVR Pro",
  ]
  private static let strangers: [StaticString] = ["Plex Inc.", "Docker", "株式会社オープン工房", "Veeam Software"]

  func write(to file: ExportFile) throws {
    let holders = packHolders()
    for number in blocks.window(through: lastBlock) {
      var random = SplitMix(seed: contracts.seed, table: 9, row: number)
      let (block, offset) = blocks.place(of: number)
      let receivedAt = instant(of: block, offset: offset, &random)
      file.id("U", number, width: 8)
      file.id("C", customer(from: holders, &random), width: 6)
      file.timestamp(receivedAt, timeline)
      writeQuestion(to: file, &random)
      let answeredAt = receivedAt + random.within(1...60) * random.within(60...6000)
      file.timestamp(random.chance(5) || answeredAt >= exportedAt ? nil : answeredAt, timeline)
      file.text("mail")
      try file.endRow()
    }
  }

  /// The customers of the technical support in force, each as often as it has packs.
  private func packHolders() -> [Int32] {
    var holders: [Int32] = []
    for number in contracts.blocks.window(through: lastBlock).suffix(contracts.blocks.rows * 12 / 40) {
      let contract = contracts[number]
      holders.append(contentsOf: repeatElement(Int32(contract.customer), count: contract.packs))
    }
    return holders
  }

  private func customer(from holders: [Int32], _ random: inout SplitMix) -> Int {
    holders.isEmpty || random.chance(4) ? random.below(contracts.customers) : Int(random.pick(holders))
  }

  private func instant(of block: Int, offset: Int, _ random: inout SplitMix) -> Int {
    let first = Block.firstDay(block) * 86_400
    let length = Block.firstDay(block + 1) * 86_400 - first
    let evenly = first + offset * length / blocks.size(of: block)
    return random.chance(250) ? evenly : evenly / 86_400 * 86_400 + random.within(32_400...63_000)
  }

  private func writeQuestion(to file: ExportFile, _ random: inout SplitMix) {
    file.field(Self.categories[random.weighted([420, 110, 190, 80, 180, 20])])
    let isForeign = random.chance(110)
    file.field(isForeign ? "Plex Media Server" : random.pick(Self.subjects))
    if isForeign {
      file.field(random.pick(Self.strangers))
    } else {
      file.field(random.chance(100) ? "QNAP" : "")
    }
    file.field([0, 1, 2, 3][random.weighted([60, 840, 70, 30])])
  }
}
