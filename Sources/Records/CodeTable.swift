/// A value for each code of a kind (コード表), found without hashing: reports ask millions of times.
public struct CodeTable<Code: CaseIterable, Value> {
  /// At the place that a code has in memory, which for an enumeration without payloads is one byte.
  @usableFromInline let values: [Value]

  public init(_ value: (Code) -> Value) {
    let pairs = Code.allCases.map { (place: Self.place(of: $0), value: value($0)) }
    var values = pairs.prefix(1).flatMap { first in
      Array(repeating: first.value, count: (pairs.map(\.place).max() ?? 0) + 1)
    }
    for pair in pairs { values[pair.place] = pair.value }
    self.values = values
  }

  @inlinable
  public subscript(code: Code) -> Value { values[Self.place(of: code)] }

  @inlinable
  static func place(of code: Code) -> Int {
    withUnsafeBytes(of: code) { Int($0.first ?? 0) }
  }
}

extension CodeTable: Sendable where Value: Sendable {}
