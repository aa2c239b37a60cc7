import Records
import Reports

/// What a table's rows come to, column by column, gathered while they are written (合計).
struct TableTotals: Sendable {
  private enum Sum: Sendable {
    case none
    case count(Int)
    case yen(Int)
    case decimal(Double)
  }

  private var sums: [Sum]
  private var filled: [Int]
  /// The columns that are summed, so that the others cost nothing.
  private let summed: [Int]
  private let counted: [Int]
  private(set) var overflowed: Int?

  init(_ columns: [Table.Column]) {
    sums = columns.map { _ in .none }
    filled = columns.map { _ in 0 }
    summed = columns.indices.filter { columns[$0].total == .sum }
    counted = columns.indices.filter { columns[$0].total == .count }
  }

  mutating func add(_ row: Row) {
    for column in summed where column < row.cells.count { add(row.cells[column], to: column) }
    for column in counted where column < row.cells.count && row.cells[column] != .blank {
      filled[column] += 1
    }
  }

  private mutating func add(_ cell: Cell, to column: Int) {
    switch cell {
    case .number(let number): sums[column] = .count(plus(whole(column), number, column))
    case .yen(let yen): sums[column] = .yen(plus(whole(column), yen.amount, column))
    case .decimal(let number): sums[column] = .decimal(fraction(column) + number)
    case .formula(_, let value): add(value, to: column)
    default: break
    }
  }

  /// Adds the rows that another part of the same table gathered.
  mutating func add(_ other: TableTotals) {
    for column in summed {
      switch other.sums[column] {
      case .none: break
      case .count(let sum): add(.number(sum), to: column)
      case .yen(let sum): add(.yen(Yen(sum)), to: column)
      case .decimal(let sum): add(.decimal(sum), to: column)
      }
    }
    for column in counted { filled[column] += other.filled[column] }
    overflowed = overflowed ?? other.overflowed
  }

  func sum(_ column: Int) -> Cell {
    switch sums[column] {
    case .none: .number(0)
    case .count(let sum): .number(sum)
    case .yen(let sum): .yen(Yen(sum))
    case .decimal(let sum): .decimal(sum)
    }
  }

  func count(_ column: Int) -> Cell { .number(filled[column]) }

  private func whole(_ column: Int) -> Int {
    switch sums[column] {
    case .count(let sum), .yen(let sum): sum
    default: 0
    }
  }

  private func fraction(_ column: Int) -> Double {
    if case .decimal(let sum) = sums[column] { return sum }
    return 0
  }

  private mutating func plus(_ sum: Int, _ figure: Int, _ column: Int) -> Int {
    let (total, overflow) = sum.addingReportingOverflow(figure)
    if overflow { overflowed = column }
    return total
  }
}
