import Records
import ServiceTerms

/// Packs sold because an inquiry exhausted the packs in force (自動追加パック).
extension DesiredCharges {
  mutating func addTopUps(of input: BillingInput) {
    let topUps: [TicketPack] = input.result.packs.lazy.map(\.pack)
      .filter { $0.isTopUp && input.isChargeable(on: $0.startsOn) }
    guard !topUps.isEmpty else { return }
    let lines = TopUpInquiries(of: topUps, in: input.exports.inquiries)
    for pack in topUps {
      let key = ChargeKey.term(of: pack.contract, startingOn: pack.startsOn)
      let inquiry = input.posted[key]?.source.inquiry ?? lines.inquiry(of: pack.contract)
      guard let price = pack.price else {
        findings.append(
          Finding(
            .feeMissing, file: ExportFile.ticketUsage.rawValue, line: lines.line(of: inquiry),
            key: inquiry.text))
        continue
      }
      add(
        Charge(
          key: key, kind: .ticketOverage, customer: pack.customer, eventOn: pack.startsOn, amount: price,
          tax: .standard(rate: ConsumptionTax.standardRate(on: pack.startsOn)),
          source: ChargeSource(contract: pack.contract, inquiry: inquiry),
          term: pack.startsOn...pack.endsOn))
    }
  }
}

/// Which inquiry a top-up pack was sold for: its name is `OVR-<usage_id>`, from the second pack on with `-2`, `-3` ...
///
/// Where the name alone says it, and no finding needs a line, the inquiries of a giant month are not gone through.
struct TopUpInquiries {
  private var lineByInquiry: [Identifier: Int32] = [:]

  init(of packs: [TicketPack], in inquiries: Export<TicketUse>) {
    let names = Set(
      packs.flatMap { pack -> [Identifier] in
        let (whole, shorter) = (Self.whole(pack.contract), Self.withoutNumber(pack.contract))
        return whole == shorter && pack.price != nil ? [] : [whole, shorter]
      })
    guard !names.isEmpty else { return }
    for (index, inquiry) in inquiries.rows.enumerated() where names.contains(inquiry.id) {
      lineByInquiry[inquiry.id] = inquiries.lines[index]
    }
  }

  func inquiry(of pack: Identifier) -> Identifier {
    let shorter = Self.withoutNumber(pack)
    let whole = Self.whole(pack)
    return lineByInquiry[whole] == nil && lineByInquiry[shorter] != nil ? shorter : whole
  }

  /// 0 where the export no longer has it.
  func line(of inquiry: Identifier) -> Int { Int(lineByInquiry[inquiry] ?? 0) }

  private static func whole(_ pack: Identifier) -> Identifier {
    pack.text.hasPrefix("OVR-") ? Identifier(String(pack.text.dropFirst(4))) : pack
  }

  private static func withoutNumber(_ pack: Identifier) -> Identifier {
    let whole = whole(pack).text
    guard let dash = whole.lastIndex(of: "-"), let number = Int(whole[dash...].dropFirst()), number >= 2
    else {
      return Identifier(whole)
    }
    return Identifier(String(whole[..<dash]))
  }
}
