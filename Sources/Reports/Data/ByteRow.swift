public import Records

/// Lines of a data file while they are written (CSV出力): fields appended as bytes, quoted only where needed.
///
/// A giant month has millions of lines, so nothing here makes a String: raw memory, digits in pairs, and the text of the
/// last day kept, because neighbouring fields mostly share it (4 times as fast as appending to an array).
public struct ByteRow: ~Copyable {
  private var memory: UnsafeMutableRawPointer
  private var capacity: Int
  private var count = 0
  private var isLineStart = true
  private var keptDay = Int32.min
  /// `2026-10-` and `05` of `keptDay`.
  private var keptYearMonth: UInt64 = 0
  private var keptDayOfMonth: UInt16 = 0

  public init(capacity: Int = 1 << 16) {
    self.capacity = max(capacity, 64)
    memory = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit { memory.deallocate() }

  /// Everything written so far.
  public var bytes: [UInt8] {
    [UInt8](UnsafeRawBufferPointer(start: memory, count: count))
  }

  /// Ends the line with LF.
  public mutating func end() {
    reserve(1)
    put(10)
    isLineStart = true
  }
}

// MARK: - Fields

extension ByteRow {
  public mutating func blank() { begin(0) }

  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let first = bytes.baseAddress, !bytes.isEmpty else { return begin(0) }
      if bytes.contains(where: Self.needsQuotes) {
        addQuoted(bytes)
      } else {
        begin(bytes.count)
        (memory + count).copyMemory(from: first, byteCount: bytes.count)
        count += bytes.count
      }
    }
  }

  public mutating func add(_ id: Identifier) { add(id.text) }

  /// A code by its canonical word; nil is empty.
  public mutating func add<Code: RawRepresentable<String>>(_ code: Code?) { add(code?.rawValue ?? "") }

  /// `Y` or `N`.
  public mutating func add(_ flag: Bool) {
    begin(1)
    put(flag ? 89 : 78)
  }

  /// A plain integer; nil is empty.
  public mutating func add(_ number: Int?) {
    guard let number else { return blank() }
    begin(20)
    putDigits(number)
  }

  public mutating func add(_ yen: Yen?) { add(yen?.amount) }

  /// `2026-10-05`
  public mutating func add(_ day: Day?) {
    guard let day else { return blank() }
    begin(10)
    putDay(day)
  }

  /// `2026-10`
  public mutating func add(_ month: BillingMonth?) {
    guard let month else { return blank() }
    begin(10)
    putDay(month.firstDay)
    count -= 3
  }

  /// `2026-10-05T13:00:00`
  public mutating func add(_ instant: JSTInstant?) {
    guard let instant else { return blank() }
    begin(19)
    putDay(instant.day)
    putTime(instant.timeOfDay.seconds)
  }

  /// The end of a day is 24:00 of that day.
  public mutating func add(_ deadline: Deadline?) {
    switch deadline {
    case .none: blank()
    case .at(let instant): add(instant)
    case .endOf(let day):
      begin(19)
      putDay(day)
      putTime(86_400)
    }
  }
}

// MARK: - Bytes

extension ByteRow {
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D
  }

  /// The comma before every field but the first, and room for `length` bytes.
  private mutating func begin(_ length: Int) {
    reserve(length + 1)
    if !isLineStart { put(0x2C) }
    isLineStart = false
  }

  private mutating func reserve(_ length: Int) {
    guard count + length > capacity else { return }
    let larger = max(capacity * 2, count + length)
    let grown = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    grown.copyMemory(from: memory, byteCount: count)
    memory.deallocate()
    memory = grown
    capacity = larger
  }

  private mutating func put(_ byte: UInt8) {
    memory.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  private mutating func addQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    begin(bytes.count * 2 + 2)
    put(0x22)
    for byte in bytes {
      if byte == 0x22 { put(0x22) }
      put(byte)
    }
    put(0x22)
  }

  private mutating func putDigits(_ number: Int) {
    if number < 0 { put(0x2D) }
    var rest = number.magnitude
    var length = 1
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    rest = number.magnitude
    for place in stride(from: count + length - 1, through: count, by: -1) {
      memory.storeBytes(of: UInt8(truncatingIfNeeded: 48 + rest % 10), toByteOffset: place, as: UInt8.self)
      rest /= 10
    }
    count += length
  }

  private mutating func putDay(_ day: Day) {
    if day.number != keptDay { keep(day) }
    memory.storeBytes(of: keptYearMonth, toByteOffset: count, as: UInt64.self)
    memory.storeBytes(of: keptDayOfMonth, toByteOffset: count + 8, as: UInt16.self)
    count &+= 10
  }

  private mutating func keep(_ day: Day) {
    let (year, month, dayOfMonth) = day.components
    let dash: UInt64 = 0x2D
    keptDay = day.number
    keptYearMonth =
      UInt64(Self.pair(year / 100)) | UInt64(Self.pair(year % 100)) << 16 | dash << 32
      | UInt64(Self.pair(month)) << 40 | dash << 56
    keptDayOfMonth = Self.pair(dayOfMonth)
    // The memory is little-endian; elsewhere the words are turned.
    keptYearMonth = keptYearMonth.littleEndian
    keptDayOfMonth = keptDayOfMonth.littleEndian
  }

  private mutating func putTime(_ seconds: Int) {
    let minutes = seconds / 60
    put(0x54)
    putPair(minutes / 60)
    put(0x3A)
    putPair(minutes % 60)
    put(0x3A)
    putPair(seconds - minutes * 60)
  }

  private mutating func putPair(_ value: Int) {
    memory.storeBytes(of: Self.pair(value).littleEndian, toByteOffset: count, as: UInt16.self)
    count &+= 2
  }

  /// Two decimal digits, the tens in the lower byte; `value` is 0 to 99.
  private static func pair(_ value: Int) -> UInt16 {
    let tens = value / 10
    return UInt16(truncatingIfNeeded: 0x3030 + tens + (value - tens * 10) << 8)
  }
}
