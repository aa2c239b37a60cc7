/// One file of `data/` as a value (データ表): its header, and any line by its index from 0.
///
/// Ranges of lines may be rendered at the same time; joined in order they are the file, whatever the ranges were.
public struct CSVTable: Sendable {
  /// `sla.csv`
  public let name: String
  public let columns: [String]
  /// Lines below the header.
  public let count: Int
  private let fill: @Sendable (_ index: Int, _ row: inout ByteRow) -> Void

  public init(
    name: String, columns: [String], count: Int,
    fill: @escaping @Sendable (_ index: Int, _ row: inout ByteRow) -> Void
  ) {
    self.name = name
    self.columns = columns
    self.count = count
    self.fill = fill
  }

  /// The header line.
  public var header: [UInt8] {
    var row = ByteRow()
    for column in columns { row.add(column) }
    row.end()
    return row.bytes
  }

  /// The lines of `range`, UTF-8, each ended by LF.
  public func render(_ range: Range<Int>) -> [UInt8] {
    var row = ByteRow(capacity: range.count * 160)
    for index in range {
      fill(index, &row)
      row.end()
    }
    return row.bytes
  }

  /// The whole file.
  public func render() -> [UInt8] { header + render(0..<count) }
}
