/// Texts compared by their bytes (バイト順), eight at a time: keys are compared millions of times a month.
extension String {
  /// Whether both have the same bytes; `==` holds also for texts that Unicode calls equivalent.
  func hasSameBytes(as other: String) -> Bool {
    withBytes(of: self, other) { left, right in
      left.count == right.count && left.commonCount(with: right) == left.count
    }
  }

  /// Whether its bytes come before those of `other`.
  func precedesInBytes(_ other: String) -> Bool {
    withBytes(of: self, other) { left, right in
      let common = left.commonCount(with: right)
      guard common < left.count, common < right.count else { return left.count < right.count }
      return left[common] < right[common]
    }
  }
}

@inline(__always)
private func withBytes(
  of left: String, _ right: String, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Bool
) -> Bool {
  var (left, right) = (left, right)
  return left.withUTF8 { left in
    right.withUTF8 { body(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer($0)) }
  }
}

extension UnsafeRawBufferPointer {
  /// How many bytes both begin with.
  @inline(__always)
  fileprivate func commonCount(with other: UnsafeRawBufferPointer) -> Int {
    let most = Swift.min(count, other.count)
    var index = 0
    while index + 8 <= most {
      let difference =
        loadUnaligned(fromByteOffset: index, as: UInt64.self)
        ^ other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if difference != 0 { return index + UInt64(littleEndian: difference).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < most, self[index] == other[index] { index += 1 }
    return index
  }
}
