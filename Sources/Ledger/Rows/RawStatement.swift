import GRDB
import GRDBSQLite

/// A prepared statement on the connection itself: several times the speed of the library's for millions of rows.
final class RawStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ database: Database, _ sql: String) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    self.connection = connection
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)), sql: sql
      )
    }
    handle = prepared
  }

  deinit { sqlite3_finalize(handle) }

  /// True while there is a row.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let message = String(cString: sqlite3_errmsg(connection))
      sqlite3_reset(handle)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  func reset() { sqlite3_reset(handle) }

  /// Inserts one row: the image's fields, then its seal.
  func insert(_ image: RowImage) throws {
    try image.bytes.withUnsafeBytes { bytes in
      for (index, field) in image.fields.enumerated() { bind(field, at: Int32(index + 1), in: bytes) }
      sqlite3_bind_int64(handle, Int32(image.fields.count + 1), Int64(image.seal))
      _ = try step()
      sqlite3_reset(handle)
    }
  }

  /// The bytes stay the image's; they live until the row is inserted.
  private func bind(_ field: RowImage.Field, at index: Int32, in bytes: UnsafeRawBufferPointer) {
    switch field {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let value): sqlite3_bind_int64(handle, index, Int64(value))
    case .text(let range):
      let start = bytes.baseAddress?.advanced(by: range.lowerBound).assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(handle, index, start, Int32(range.count), nil)
    case .blob(let range):
      sqlite3_bind_blob(
        handle, index, bytes.baseAddress?.advanced(by: range.lowerBound), Int32(range.count), nil)
    }
  }

  func bind(_ value: Int, at index: Int32) { sqlite3_bind_int64(handle, index, Int64(value)) }

  /// Looks up one text key and hands the row, if there is one, to `body`.
  func lookUp<Result>(_ text: String, then body: (RawStatement) throws -> Result?) throws -> Result? {
    var text = text
    return try text.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(handle, 1, start, Int32(bytes.count), nil)
      defer { sqlite3_reset(handle) }
      return try step() ? try body(self) : nil
    }
  }

  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }
  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }
  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// Valid until the next step.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, Int32(column))
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
  }

  /// Appends a column as it is stored to `image`.
  func copy(_ column: Int, to image: inout RowImage) {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_NULL: image.null()
    case SQLITE_INTEGER: image.integer(integer(column))
    case SQLITE_TEXT: image.text(bytes(column))
    default: image.blob(bytes(column))
    }
  }
}
