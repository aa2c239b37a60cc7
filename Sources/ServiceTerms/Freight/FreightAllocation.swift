public import Records

/// Who bears the freight of a case's parcels (送料負担): each sender pays its own side. On-site cases have none.
///
/// > Terms: SB-6, ON-7
public struct FreightAllocation: Sendable {
  let frame: MonthFrame
  let book: ContractBook

  public init(frame: MonthFrame, book: ContractBook) {
    self.frame = frame
    self.book = book
  }

  /// The legs of a case that were shipped before as-of: the failed part, then the replacement.
  public func legs(
    of supportCase: SupportCase, at index: Int, contract contractIndex: Int32?
  ) -> [FreightLeg] {
    return Leg.allCases.compactMap { leg in
      let shipment = supportCase.shipment(leg)
      guard let shipped = frame.happened(shipment.shippedAt) else { return nil }
      let billed = shipment.terms == .prepaid ? leg.sender : leg.receiver
      var result = FreightLeg(
        amount: shipment.freight, leg: leg, terms: shipment.terms, billedParty: billed, bearer: leg.sender,
        settlement: .none, state: .none, caseIndex: Int32(index), contractIndex: contractIndex,
        shippedOn: shipped.day)
      let service = contractIndex.map { book.contracts[Int($0)].service }
      settle(&result, service: service)
      return result
    }
  }

  private func settle(_ leg: inout FreightLeg, service: ServiceCode?) {
    guard let service, service.isMaintenance else {
      leg.state = .unresolved
      return
    }
    guard service.isSendback else {
      leg.state = .onsite  // ON-7
      return
    }
    if leg.bearer != leg.billedParty { leg.settlement = leg.bearer == .customer ? .claim : .credit }
    if leg.isFreightMissing {
      leg.state = .unresolved
    } else {
      leg.state = leg.settlement == .none ? .none : .settled
    }
  }

  /// The warnings about a leg; `line` is the physical line of its case.
  public func findings(of leg: FreightLeg, _ supportCase: SupportCase, line: Int) -> [Finding] {
    let shipment = supportCase.shipment(leg.leg)
    func warning(_ code: FindingCode, _ column: String, _ value: String) -> Finding {
      Finding(
        code, file: ExportFile.cases.rawValue, line: line, column: "\(leg.leg.rawValue)_\(column)",
        value: value, key: supportCase.id.text)
    }
    var findings: [Finding] = []
    if leg.state == .onsite {
      findings.append(warning(.freightOnOnsite, "shipped_at", leg.shippedOn.description))
    }
    if leg.state == .unresolved && leg.isFreightMissing && isSendback(leg) {
      findings.append(warning(.freightMissing, "freight", ""))
    }
    if leg.settlement == .claim && !isRegistered(shipment.carrier, on: leg.shippedOn) {
      findings.append(warning(.carrierUnregistered, "carrier", shipment.carrier))
    }
    return findings
  }

  private func isSendback(_ leg: FreightLeg) -> Bool {
    leg.contractIndex.map { book.contracts[Int($0)].service.isSendback } ?? false
  }

  private func isRegistered(_ carrier: String, on day: Day) -> Bool {
    frame.ruleBook(on: day).edition.carrier(named: carrier)?.registrationNumber != nil
  }
}

extension FreightLeg {
  /// We were billed, or a settlement is due, and nobody knows how much.
  public var isFreightMissing: Bool {
    amount == nil && (billedParty == .center || settlement != .none)
  }
}

extension SupportCase {
  public func shipment(_ leg: Leg) -> Shipment { leg == .failedPart ? failedPart : replacement }

  public func trackingNumber(of leg: Leg) -> String {
    leg == .failedPart ? failedPart.trackingNumber : replacement.trackingNumber
  }
}

extension Edition {
  /// The carrier of that name or alias.
  public func carrier(named name: String) -> Carrier? {
    carriers.first { $0.name == name || $0.aliases.contains(name) }
  }
}
