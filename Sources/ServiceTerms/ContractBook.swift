public import Records

/// The month's contracts with the look-ups that the rules need (契約台帳).
public struct ContractBook: Sendable {
  public let contracts: [Contract]
  private let indexByID: [Identifier: Int32]
  /// Contracts that some row's `renewed_by` names.
  public let successors: Set<Identifier>

  public init(_ contracts: [Contract]) {
    self.contracts = contracts
    var index = [Identifier: Int32](minimumCapacity: contracts.count)
    var successors = Set<Identifier>()
    for (position, contract) in contracts.enumerated() {
      index[contract.id] = Int32(position)
      if let successor = contract.renewedBy { successors.insert(successor) }
    }
    indexByID = index
    self.successors = successors
  }

  public func index(of id: Identifier) -> Int32? { indexByID[id] }

  public func contract(_ id: Identifier) -> Contract? { indexByID[id].map { contracts[Int($0)] } }

  public func successor(of contract: Contract) -> Contract? { contract.renewedBy.flatMap(self.contract) }

  /// The terms of `contract` that start by `limit`.
  public func terms(of contract: Contract, startingBy limit: Day) -> [ContractTerm] {
    contract.terms(successorStart: successor(of: contract)?.startsOn, startingBy: limit)
  }

  /// The last day on which `contract` is in force; nil where it renews itself without end.
  public func lastDayInForce(of contract: Contract) -> Day? {
    guard contract.autoRenew else { return min(contract.endsOn, contract.cancelledOn ?? contract.endsOn) }
    guard let successor = successor(of: contract) else { return contract.cancelledOn }
    let last = contract.lastTermEnd(successorStart: successor.startsOn)
    return min(last, contract.cancelledOn ?? last)
  }
}
