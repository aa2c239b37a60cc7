import Records

/// Which rows of an endless table a month's export holds.
///
/// A table is numbered from block 0 on, a block of rows per month of their start or reception; an export is the last
/// `months` blocks. So any two months of one seed and size show the same facts, each as far as it was known then.
struct Blocks {
  let rows: Int
  let months: Int

  func start(of block: Int) -> Int { block * rows / months }
  func size(of block: Int) -> Int { start(of: block + 1) - start(of: block) }

  /// The block of a row, and its place in it.
  func place(of row: Int) -> (block: Int, offset: Int) {
    let block = ((row + 1) * months - 1) / rows
    return (block, row - start(of: block))
  }

  /// The rows of the blocks that end with `block`.
  func window(through block: Int) -> Range<Int> { start(of: block + 1 - months)..<start(of: block + 1) }
}

/// The month of a block, and back; block 0 is 2020-01.
enum Block {
  private static let originYear = 2020

  static func number(of month: BillingMonth) -> Int { (month.year - originYear) * 12 + month.month - 1 }

  static func firstDay(_ block: Int) -> Int {
    Day(year: originYear + block / 12, month: block % 12 + 1, day: 1).map { Int($0.number) } ?? 0
  }

  static func lastDay(_ block: Int) -> Int { firstDay(block + 1) - 1 }
}
