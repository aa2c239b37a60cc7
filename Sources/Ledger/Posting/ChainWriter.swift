import Crypto
import GRDB
import Records

/// Inserts the rows of one close and hashes them as they go (台帳の連鎖).
struct ChainWriter {
  private let database: Database
  private var hash: SHA256
  private let previous: [UInt8]
  private(set) var rowCount = 0
  var image = RowImage()

  init(_ database: Database, previous: [UInt8]) {
    self.database = database
    self.previous = previous
    hash = SHA256()
    hash.update(data: previous)
  }

  /// Inserts the rows of `table` that `body` hands over, which must come in the order of its key.
  mutating func insert(
    into table: LedgerTable,
    rows body: (_ insert: (_ fill: (inout RowImage) -> Void) throws -> Void) throws -> Void
  ) throws {
    let statement = try RawStatement(database, table.insertSQL)
    var image = image
    var count = 0
    var hash = hash
    try body { fill in
      image.begin(table.name)
      fill(&image)
      try statement.insert(image)
      image.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
      count += 1
    }
    self.image = image
    self.hash = hash
    rowCount += count
  }

  /// Posts the close itself; its hash covers the previous hash, all rows, and what the close says of itself.
  func seal(_ month: BillingMonth, version: String) throws {
    var hash = hash
    var image = RowImage()
    image.beginClose(month.ledgerCode, version: version, rowCount: rowCount, previous: previous)
    image.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    image.blob(Array(hash.finalize()))
    let statement = try RawStatement(
      database,
      "INSERT INTO closes (month, version, row_count, previous_hash, hash, seal) VALUES (?, ?, ?, ?, ?, ?)")
    try statement.insert(image)
  }
}

extension RowImage {
  /// The columns of a close but for its hash.
  mutating func beginClose(_ month: Int, version: String, rowCount: Int, previous: some Collection<UInt8>) {
    begin("closes")
    integer(month)
    text(version)
    integer(rowCount)
    blob(previous)
  }
}
