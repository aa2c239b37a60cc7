/// Makes the value of a field: without quotes, in UTF-8, without surrounding blanks, without Excel's text guard.
///
/// A plain field stays where it is in the file; only a field that needs work is copied. The bytes are valid until
/// the next field is cleaned.
final class CellCleaner {
  /// The first byte of the file.
  private let start: UnsafePointer<UInt8>?
  private let isCP932: Bool
  private var unquoted = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256)
  private var decoded = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 768)

  init(_ source: SourceText) {
    start = source.bytes.bindMemory(to: UInt8.self).baseAddress
    isCP932 = source.encoding == .cp932
  }

  deinit {
    unquoted.deallocate()
    decoded.deallocate()
  }

  @inline(__always)
  func clean(_ field: RowScanner.Field) -> UnsafeBufferPointer<UInt8> {
    var value = UnsafeBufferPointer(start: start?.advanced(by: field.start), count: field.end - field.start)
    if value.isEmpty { return value }
    if field.isRaw { value = unquote(value) }
    if isCP932, value.contains(where: { $0 >= 0x80 }) { value = decode(value) }
    value = trimmed(value)
    if let first = value.first, first == 0x3D { value = withoutGuard(value) }
    return value
  }

  /// The field as it stands in the file, without its quotes, for a message.
  func shown(_ field: RowScanner.Field) -> String { String(decoding: clean(field), as: UTF8.self) }

  /// Removes the opening and the closing quote, and one of each doubled quote; text behind the closing quote stays.
  private func unquote(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    Self.grow(&unquoted, to: field.count)
    var count = 0
    var isOpen = true
    var index = 1
    while index < field.count {
      let byte = field[index]
      if isOpen, byte == Ascii.quote {
        if index + 1 < field.count, field[index + 1] == Ascii.quote { index += 1 } else { isOpen = false }
        if !isOpen {
          index += 1
          continue
        }
      }
      unquoted[count] = byte
      count += 1
      index += 1
    }
    return UnsafeBufferPointer(rebasing: unquoted[..<count])
  }

  private func decode(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    Self.grow(&decoded, to: 3 * field.count)
    let count = CP932.decode(field, into: decoded)
    return UnsafeBufferPointer(rebasing: decoded[..<count])
  }

  private static func grow(_ buffer: inout UnsafeMutableBufferPointer<UInt8>, to count: Int) {
    guard buffer.count < count else { return }
    buffer.deallocate()
    buffer = .allocate(capacity: 2 * count)
  }

  /// Without the ASCII and full-width blanks at both ends.
  @inline(__always)
  private func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = value.first, let last = value.last else { return value }
    // Nearly every value begins and ends with something else; U+3000 is E3 80 80.
    if first > 0x20, first != 0xE3, last > 0x20, last != 0x80 { return value }
    return slowlyTrimmed(value)
  }

  private func slowlyTrimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = value.count
    while start < end {
      if Self.isBlank(value[start]) {
        start += 1
      } else if end - start >= 3, value[start] == 0xE3, value[start + 1] == 0x80, value[start + 2] == 0x80 {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      if Self.isBlank(value[end - 1]) {
        end -= 1
      } else if end - start >= 3, value[end - 3] == 0xE3, value[end - 2] == 0x80, value[end - 1] == 0x80 {
        end -= 3
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: value[start..<end])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// The value in `="00123"`, with which Excel is kept from taking it for a number.
  private func withoutGuard(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard value.count >= 3, value[1] == Ascii.quote, value[value.count - 1] == Ascii.quote else {
      return value
    }
    return trimmed(UnsafeBufferPointer(rebasing: value[2..<value.count - 1]))
  }
}
