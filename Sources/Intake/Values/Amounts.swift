import Records

extension Cell {
  /// A whole number of yen (円), not negative: `1234`, `1,234`, `¥1,234`, `1,234円`, `1234.00`.
  ///
  /// A backslash is what a yen sign has become in CP932.
  func yen() throws(CellFault) -> Yen {
    if let plain = plainNumber() { return Yen(plain) }
    if let amount = AmountText.amount(self) { return Yen(amount) }
    return try folded { cell throws(CellFault) in
      guard let amount = AmountText.amount(cell) else { throw CellFault(.invalidYen) }
      return Yen(amount)
    }
  }

  /// A whole number (整数) in `range`.
  func wholeNumber(in range: ClosedRange<Int>) throws(CellFault) -> Int {
    let number = plainNumber() ?? Folding.fold(self).span.plainNumber()
    guard let number, range.contains(number) else {
      throw CellFault(.invalidNumber, expected: "\(range.lowerBound)-\(range.upperBound)")
    }
    return number
  }

  /// ASCII digits alone, up to 18 of them; nil for everything else.
  @inline(__always)
  func plainNumber() -> Int? {
    guard count > 0, count <= 18 else { return nil }
    var value = 0
    for index in indices {
      let digit = digit(index)
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }
}

/// The forms of an amount. Full-width forms are folded before; but most cells are read as they stand.
private enum AmountText {
  /// Nil where it is no amount, or does not fit 64 bits.
  static func amount(_ cell: Cell) -> Int? {
    var position = 0
    _ =
      DateText.take("¥", cell, at: &position) || DateText.take("￥", cell, at: &position)
      || DateText.take("\\", cell, at: &position)
    guard let amount = groups(cell, at: &position) else { return nil }
    if DateText.take(".", cell, at: &position) {
      guard DateText.number(cell, at: &position, digits: 1...2) == 0 else { return nil }
    }
    _ = DateText.take("円", cell, at: &position)
    return position == cell.count ? amount : nil
  }

  /// Digits, or one to three of them and then groups of three.
  private static func groups(_ cell: Cell, at position: inout Int) -> Int? {
    var amount = 0
    let start = position
    while position < cell.count, cell.digit(position) <= 9 {
      guard append(cell.digit(position), to: &amount) else { return nil }
      position += 1
    }
    let first = position - start
    guard first > 0 else { return nil }
    while DateText.take(",", cell, at: &position) {
      guard first <= 3, position + 3 <= cell.count else { return nil }
      for _ in 0..<3 {
        guard cell.digit(position) <= 9, append(cell.digit(position), to: &amount) else { return nil }
        position += 1
      }
      if position < cell.count, cell.digit(position) <= 9 { return nil }
    }
    return amount
  }

  private static func append(_ digit: UInt8, to amount: inout Int) -> Bool {
    let (tens, overflows) = amount.multipliedReportingOverflow(by: 10)
    let (sum, exceeds) = tens.addingReportingOverflow(Int(digit))
    amount = sum
    return !overflows && !exceeds
  }
}
