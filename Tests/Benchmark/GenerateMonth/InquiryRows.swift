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
    var choice = (block: Int.min, holders: holders[...])
    for number in blocks.window(through: lastBlock) {
      var random = SplitMix(seed: contracts.seed, table: 9, row: number)
      let (block, offset) = blocks.place(of: number)
      let receivedAt = instant(of: block, offset: offset, &random)
      if block != choice.block { choice = (block, known(in: block, holders)) }
      file.id("U", number, width: 8)
      file.id("C", customer(on: receivedAt / 86_400, from: choice.holders, &random), width: 6)
      file.timestamp(receivedAt, timeline)
      writeQuestion(to: file, &random)
      let answeredAt = receivedAt + random.within(1...60) * random.within(60...6000)
      file.timestamp(random.chance(5) || answeredAt >= exportedAt ? nil : answeredAt, timeline)
      file.text("mail")
      try file.endRow()
    }
  }

  /// A customer while it has tickets to use, first and last day included.
  private struct Holder {
    var contract: Int
    var customer: Int32
    var from: Int32
    var through: Int32
  }

  /// The customers with technical support, each as often as it has packs, in the order of their contracts.
  private func packHolders() -> [Holder] {
    var holders: [Holder] = []
    for number in contracts.blocks.window(through: lastBlock) {
      let contract = contracts[number]
      let end = min(contract.renewal == .automatic ? .max : contract.endsOn, contract.cancelledOn ?? .max)
      guard contract.packs > 0 else { continue }
      let holder = Holder(
        contract: number, customer: Int32(contract.customer), from: Int32(contract.startsOn),
        through: Int32(clamping: end))
      holders.append(contentsOf: repeatElement(holder, count: contract.packs))
    }
    return holders
  }

  /// Those that every export with the inquiries of `block` has: an inquiry has the same customer in all of them.
  private func known(in block: Int, _ holders: [Holder]) -> ArraySlice<Holder> {
    let oldest = contracts.blocks.window(through: block + blocks.months - 1).lowerBound
    let end = contracts.blocks.window(through: block).upperBound
    let first = holders.firstPlace { $0.contract >= oldest }
    return holders[first..<holders.firstPlace { $0.contract >= end }]
  }

  /// Nearly always one that has a pack in force on `day`.
  private func customer(on day: Int, from holders: ArraySlice<Holder>, _ random: inout SplitMix) -> Int {
    guard !holders.isEmpty, !random.chance(4) else { return random.below(contracts.customers) }
    while true {
      let holder = random.pick(holders)
      if (holder.from...max(holder.from, holder.through)).contains(Int32(day)) || random.chance(1) {
        return Int(holder.customer)
      }
    }
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

extension Array {
  /// The first place from which `condition` holds, where it holds for all later elements.
  fileprivate func firstPlace(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
