import Records

/// Writes `contracts.csv`, as the sales system exports it on the second day after the month.
struct ContractRows {
  let contracts: Contracts
  let names: Names
  let timeline: Timeline
  /// The last block in the file: contracts sold for next month are in it.
  let lastBlock: Int
  let exportedOn: Int

  static let header =
    "contract_id,customer_id,customer_name,service,starts_on,ends_on,annual_fee,region,delivered_on,"
    + "four_hour_area,non_return_disk,ticket_packs,auto_top_up,auto_renew,renewed_by,cancelled_on,"
    + "product_model,serial_number,billing_name,billing_address"

  private static let models: [StaticString] = [
    "TS-464", "TS-673A", "TS-873AeU-RP", "TVS-h874X", "TS-h1277AXU-RP", "TS-1655", "TS-h2490FU",
    "TL-R1200S-RP",
  ]

  func write(to file: ExportFile) throws {
    for number in contracts.blocks.window(through: lastBlock) {
      let contract = contracts[number]
      var random = SplitMix(seed: contracts.seed, table: 3, row: number)
      writeTerms(of: contract, to: file, &random)
      writeOptions(of: contract, to: file)
      writeAddressee(of: contract, to: file, &random)
      try file.endRow()
    }
  }

  private func writeTerms(of contract: ContractFacts, to file: ExportFile, _ random: inout SplitMix) {
    var customer = SplitMix(seed: contracts.seed, table: 4, row: contract.customer)
    file.id("MNT-", contract.number, width: 8)
    file.id("C", contract.customer, width: 6)
    file.field(names.customer(&customer))
    file.field(contract.service.written)
    file.date(contract.startsOn, timeline)
    file.date(contract.endsOn, timeline)
    file.field(contract.annualFee)
    file.field(contract.region?.written ?? "")
    let delivered = contract.startsOn - random.below(40)
    file.date(contract.service.isMaintenance ? delivered : nil, timeline)
  }

  private func writeOptions(of contract: ContractFacts, to file: ExportFile) {
    file.field(contract.fourHourArea ? "Y" : "N")
    file.field(contract.keepsDisks ? "Y" : "N")
    file.field(contract.packs > 0 ? contract.packs : nil)
    file.field(contract.topsUp ? "Y" : "N")
    file.field(contract.renewal == .automatic ? "Y" : "N")
    if let successor = contract.successor, contracts.blocks.place(of: successor).block <= lastBlock {
      file.id("MNT-", successor, width: 8)
    } else {
      file.comma()
    }
    file.date(contract.cancelledOn.flatMap { $0 <= exportedOn ? $0 : nil }, timeline)
  }

  private func writeAddressee(of contract: ContractFacts, to file: ExportFile, _ random: inout SplitMix) {
    if contract.service.isMaintenance {
      file.field(random.pick(Self.models))
      file.id("Q", 210_000_000 + random.below(70_000_000), width: 9)
    } else {
      file.field("")
      file.field("")
    }
    // One customer in twenty is billed under another name and address, the same for all its contracts.
    var customer = SplitMix(seed: contracts.seed, table: 5, row: contract.customer)
    if customer.chance(50) { file.text(names.customer(&customer)) }
    file.comma()
    file.text(names.address(&customer))
  }
}

extension ServiceCode {
  var written: StaticString {
    switch self {
    case .advanceSendback: "advance_sendback"
    case .warrantySendback: "warranty_sendback"
    case .extendedSendback: "extended_sendback"
    case .standardOnsite: "standard_onsite"
    case .onsite24h: "onsite_24h"
    case .technicalSupport: "technical_support"
    }
  }
}

extension Region {
  var written: StaticString {
    switch self {
    case .tokyo: "tokyo"
    case .nagoya: "nagoya"
    case .osaka: "osaka"
    case .other: "other"
    case .remote: "remote"
    }
  }
}
