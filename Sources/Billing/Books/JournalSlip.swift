public import Records

/// An entry as accounting packages take it (伝票): amounts with their tax, and the tax beside them.
///
/// The packages book 仮受消費税 and 仮払消費税 themselves, so those postings go back into the amounts they belong to.
public struct JournalSlip: Equatable, Sendable {
  public var cause: JournalEntry.Cause
  public var date: Day
  public var debits: [Line]
  public var credits: [Line]

  public struct Line: Equatable, Sendable {
    public var account: AccountRole
    /// Tax included; never negative.
    public var amount: Yen
    /// In the amount.
    public var tax: Yen
    /// Percent; nil where there is no tax.
    public var rate: Int?
  }

  public init(_ entry: JournalEntry) throws(YenOverflow) {
    cause = entry.cause
    date = entry.date
    var lines: [Signed] = []
    for posting in entry.debits { lines.append(Signed(posting, amount: posting.amount)) }
    for posting in entry.credits { lines.append(Signed(posting, amount: try -posting.amount)) }
    for index in lines.indices where lines[index].isTax { try Self.fold(index, in: &lines) }
    lines.removeAll { $0.amount == .zero }
    debits = lines.filter { $0.amount > .zero }.map(\.line)
    credits = lines.filter { $0.amount < .zero }.map(\.line)
  }

  /// An amount that is positive on the debit side.
  fileprivate struct Signed {
    var account: AccountRole
    var rate: Int?
    var amount: Yen
    var tax = Yen.zero

    init(_ posting: JournalEntry.Posting, amount: Yen) {
      account = posting.account
      rate = posting.rate
      self.amount = amount
    }

    var isTax: Bool { account == .outputTax || account == .inputTax }

    var line: Line {
      Line(
        account: account, amount: Yen(abs(amount.amount)), tax: Yen(abs(tax.amount)),
        rate: rate)
    }
  }

  /// Shares a tax among the amounts of its rate; what rounding leaves goes to the largest. A tax without any amount stays.
  private static func fold(_ taxIndex: Int, in lines: inout [Signed]) throws(YenOverflow) {
    let tax = lines[taxIndex]
    let taxed = lines.indices.filter { index in
      lines[index].rate == tax.rate && !lines[index].isTax
        && (lines[index].account == .freightExpense) == (tax.account == .inputTax)
    }
    guard let rate = tax.rate,
      let largest = taxed.max(by: { lines[$0].amount.amount.magnitude < lines[$1].amount.amount.magnitude })
    else {
      lines[taxIndex].rate = nil
      return
    }
    var rest = tax.amount
    for index in taxed where index != largest {
      let share = try Company.Rounding.floor.round(lines[index].amount, times: rate, dividedBy: 100)
      try lines[index].add(share)
      rest = try rest - share
    }
    try lines[largest].add(rest)
    lines[taxIndex].amount = .zero
  }
}

extension JournalSlip.Signed {
  fileprivate mutating func add(_ tax: Yen) throws(YenOverflow) {
    amount = try amount + tax
    self.tax = try self.tax + tax
  }
}
