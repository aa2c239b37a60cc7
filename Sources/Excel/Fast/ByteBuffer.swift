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
    (start + count).update(from: text.utf8Start, count: size)
    count += size
  }

  @inline(__always)
  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let from = source.baseAddress else { return }
    reserve(source.count)
    (start + count).update(from: from, count: source.count)
    count += source.count
  }

  mutating func append(_ source: borrowing [UInt8]) {
    source.withUnsafeBufferPointer { append($0) }
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
