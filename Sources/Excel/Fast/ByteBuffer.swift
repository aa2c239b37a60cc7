/// Bytes that are appended one after another; grown by doubling, never checked byte by byte.
struct ByteBuffer: ~Copyable {
  private(set) var count = 0
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  mutating func clear() { count = 0 }

  /// Makes room for `size` more bytes.
  @inline(__always)
  mutating func reserve(_ size: Int) {
    if count + size > capacity { grow(size) }
  }

  private mutating func grow(_ size: Int) {
    capacity = max(capacity * 2, count + size)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    let size = text.utf8CodeUnitCount
    reserve(size)
    copy(text.utf8Start, size)
  }

  @inline(__always)
  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let from = source.baseAddress else { return }
    reserve(source.count)
    copy(from, source.count)
  }

  /// Most of what is appended has a few bytes, for which a call would cost more than the copy.
  @inline(__always)
  private mutating func copy(_ source: UnsafePointer<UInt8>, _ size: Int) {
    let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(start + count))
    if size <= 16, size >= 8 {
      let (first, last) = (
        from.loadUnaligned(as: UInt64.self), (from + (size - 8)).loadUnaligned(as: UInt64.self)
      )
      to.storeBytes(of: first, as: UInt64.self)
      (to + (size - 8)).storeBytes(of: last, as: UInt64.self)
    } else if size < 8 {
      for index in 0..<size { start[count + index] = source[index] }
    } else {
      to.copyMemory(from: from, byteCount: size)
    }
    count += size
  }

  mutating func append(_ source: borrowing [UInt8]) {
    source.withUnsafeBufferPointer { append($0) }
  }

  @inline(__always)
  mutating func append(_ text: ShortText) {
    reserve(8)
    UnsafeMutableRawPointer(start + count).storeBytes(of: text.bytes.littleEndian, as: UInt64.self)
    count += text.count
  }

  @inline(__always)
  mutating func append(byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  mutating func append(decimal number: Int) {
    if number < 0 { append(byte: 45) }
    var rest = number.magnitude
    reserve(40)
    var end = count + 20
    let last = end
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      end -= 1
      start[end] = 48 + UInt8(digit)
      rest = quotient
    } while rest > 0
    let size = last - end
    (start + count).update(from: start + end, count: size)
    count += size
  }

  /// `number / 10^places`, without zeros at the end; `places` is at most 18.
  mutating func append(_ number: Int, places: Int) {
    if number < 0 { append(byte: 45) }
    var scale: UInt = 1
    for _ in 0..<places { scale *= 10 }
    let (whole, fraction) = number.magnitude.quotientAndRemainder(dividingBy: scale)
    append(decimal: Int(whole))
    guard fraction > 0 else { return }
    append(byte: 46)
    var rest = fraction
    while rest > 0 {
      scale /= 10
      let (digit, remainder) = rest.quotientAndRemainder(dividingBy: scale)
      append(byte: 48 + UInt8(digit))
      rest = remainder
    }
  }
}

/// Up to eight bytes in a register: unlike an array, nothing that threads would have to share.
struct ShortText: Sendable {
  fileprivate let bytes: UInt64
  fileprivate let count: Int

  init(_ text: String.UTF8View) {
    bytes = text.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    count = min(8, text.count)
  }
}
