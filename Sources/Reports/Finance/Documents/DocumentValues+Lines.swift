import Billing
import Records
import ServiceTerms

extension DocumentWriterContext {
  /// A taxable line (明細行): its amount on the price basis of the document.
  func line(_ line: DocumentLine, position: Int) -> [String: Cell] {
    let charge = line.charge
    var cells: [String: Cell] = [
      "line.number": .number(position), "line.date": .day(charge.eventOn),
      "line.contents": .text(contents(of: line)), "line.note": .text(note(of: line)),
      "line.amount": .yen(report.company.priceBasis == .included ? charge.amount : charge.net),
      "line.tax_rate": charge.tax.rate.map { .percent($0) } ?? .blank,
    ]
    if let term = charge.term {
      let (from, through) = (phrases.day(term.lowerBound), phrases.day(term.upperBound))
      cells["line.term"] = .text(phrases(.term, ["from": from, "through": through]))
      cells["line.from"] = .text(from)
      cells["line.through"] = .text(through)
    }
    cells["line.correction"] = correction(of: charge)
    return cells
  }

  /// A line of the statement of advances (立替金精算書の明細), as the carrier billed it, tax included.
  ///
  /// > Terms: SB-6
  func advance(_ line: DocumentLine) -> [String: Cell] {
    let charge = line.charge
    var cells: [String: Cell] = [
      "advance.date": .day(charge.eventOn), "advance.amount": .yen(charge.amount),
      "advance.contents": .text(
        phrases(.freight, ["leg": phrases(charge.kind == .freightClaim ? .failedPart : .replacement)])),
      "advance.case": .text(charge.source.supportCase?.text ?? ""),
    ]
    if let advance = line.advance {
      cells["advance.case"] = .text(advance.supportCase.text)
      cells["advance.carrier"] = .text(advance.carrier)
      cells["advance.registration_number"] = .text(advance.registrationNumber ?? "")
      cells["advance.tracking_number"] = .text(advance.trackingNumber)
      cells["advance.rate"] = .percent(advance.rate)
      cells["advance.tax"] = .yen(advance.tax)
    }
    cells["advance.correction"] = correction(of: charge)
    return cells
  }

  /// The document that the line corrects with its date, and the amount as it was and is; nil for a first posting.
  private func correction(of charge: ChargeLine) -> Cell? {
    guard let number = charge.corrects else { return nil }
    return .text(
      phrases(
        .correction,
        [
          "number": number.description, "date": phrases.day(number.issuedOn),
          "posted": Cell.yen(charge.posted).words(.slashes),
          "desired": Cell.yen(charge.desired).words(.slashes),
        ]))
  }

  private func contents(of line: DocumentLine) -> String {
    let charge = line.charge
    let contract = contract(of: line)
    let tickets =
      report.month.frame.ruleBook(on: charge.eventOn).edition.targets.ticketsPerPack
      * (charge.kind == .ticketPack ? contract?.ticketPacks ?? 1 : 1)
    switch charge.kind {
    case .ticketPack: return phrases(.ticketPack, ["tickets": String(tickets)])
    case .ticketOverage: return phrases(.ticketOverage, ["tickets": String(tickets)])
    case .renewal:
      guard let contract else { return phrases(.renewal, ["service": ""]) }
      return phrases(.renewal, ["service": labels[contract.service]])
    case .freightClaim: return phrases(.freight, ["leg": phrases(.failedPart)])
    case .freightCredit: return phrases(.freight, ["leg": phrases(.replacement)])
    case .unreturnedPart: return phrases(.unreturnedPart)
    }
  }

  private func device(of contract: Contract) -> String {
    let words = [contract.productModel, contract.serialNumber.isEmpty ? "" : "S/N \(contract.serialNumber)"]
      .filter { !$0.isEmpty }
    return words.isEmpty ? "" : phrases(.device, ["device": words.joined(separator: " ")])
  }

  /// What the line rests on: its inquiry, case or contract.
  private func note(of line: DocumentLine) -> String {
    let source = line.charge.source
    if line.charge.kind == .ticketOverage, let inquiry = source.inquiry {
      return phrases(.inquiryNote, ["inquiry": inquiry.text])
    }
    if let supportCase = source.supportCase { return phrases(.caseNote, ["case": supportCase.text]) }
    let contract = source.contract.map { phrases(.contractNote, ["contract": $0.text]) } ?? ""
    return contract + (self.contract(of: line).map(device) ?? "")
  }

  private func contract(of line: DocumentLine) -> Contract? {
    line.contractIndex.map { report.month.contracts[Int($0)] }
  }
}
