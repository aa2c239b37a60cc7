public import Records

/// What the term of a contract costs (契約期間の料金).
extension Contract {
  /// The row's annual fee, else the catalogue's price, for each pack of tickets; once a term, however long. Nothing when
  /// cancelled before the term starts; nil where neither row nor catalogue has a price.
  ///
  /// - Returns: yen on the price basis.
  public func amount(of term: ContractTerm, _ edition: Edition) throws(YenOverflow) -> Yen? {
    if let cancelledOn, cancelledOn < term.startsOn { return .zero }
    var fee = annualFee
    if fee == nil, let price = edition.services[service]?.price {
      fee = try price * (service.isMaintenance ? 1 : ticketPacks)
    }
    guard let fee, let last = daysEnd(of: term, edition) else { return fee }
    return try fee.share(last - term.startsOn + 1, of: term.days)
  }

  /// The last of the days that are paid for, where a cancellation within the term is refunded by days.
  func daysEnd(of term: ContractTerm, _ edition: Edition) -> Day? {
    guard let cancelledOn, cancelledOn < term.endsOn, edition.settings.cancellation == .byDay else {
      return nil
    }
    return cancelledOn
  }
}
