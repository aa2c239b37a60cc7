import Records

/// The days on which each customer has hardware maintenance in force (保守加入期間), for TS-6.
struct MaintenanceCover {
  private struct Period {
    var from: Day
    /// Nil where the contract renews itself without end.
    var through: Day?
  }
  private var periods: [Identifier: [Period]] = [:]

  init(book: ContractBook) {
    for contract in book.contracts where contract.service.isMaintenance {
      periods[contract.customer, default: []].append(
        Period(from: contract.startsOn, through: book.lastDayInForce(of: contract)))
    }
  }

  func isInForce(for customer: Identifier, on day: Day) -> Bool {
    periods[customer]?.contains { $0.from <= day && day <= ($0.through ?? day) } ?? false
  }
}
