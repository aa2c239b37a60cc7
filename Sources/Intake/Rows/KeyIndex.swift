import Records
import Threads

/// Finds records by key (番号の索引): numbers of records only, the keys stay where they are.
///
/// The hashes are shared out over parts by their highest bits, so that the threads fill the parts side by side, each in
/// the order of the file.
struct KeyIndex {
  /// A record whose key an earlier one has.
  struct Repetition {
    let later: Int
    let first: Int
  }

  private static let partBits: UInt32 = 4
  private let parts: [Part]
  /// In the order of the file.
  let repetitions: [Repetition]

  init(_ hashes: [UInt32], jobs: Int, isSame: @escaping @Sendable (Int, Int) -> Bool) {
    var counts = [Int](repeating: 0, count: 1 << Self.partBits)
    for hash in hashes { counts[Int(Self.part(of: hash))] += 1 }
    let filled = inParallel(counts.count, jobs: hashes.count > 10_000 ? jobs : 1) { [counts] part in
      Part.filled(UInt32(part), counts[part], hashes, isSame)
    }
    parts = filled.map(\.part)
    repetitions = filled.flatMap(\.repetitions).sorted { $0.later < $1.later }
  }

  /// The first record with this hash for which `isSame` holds.
  func first(_ hash: UInt32, where isSame: (Int) -> Bool) -> Int? {
    parts[Int(Self.part(of: hash))].first(hash, where: isSame)
  }

  private static func part(of hash: UInt32) -> UInt32 { hash >> (32 - partBits) }
}

extension KeyIndex {
  /// An open table with linear probing, at most half full.
  private struct Part {
    /// The number of the record and one more; 0 is free.
    private var slots: [UInt32]

    static func filled(
      _ part: UInt32, _ count: Int, _ hashes: [UInt32], _ isSame: (Int, Int) -> Bool
    ) -> (part: Part, repetitions: [Repetition]) {
      var table = Part(capacity: count)
      var repetitions: [Repetition] = []
      for index in hashes.indices where KeyIndex.part(of: hashes[index]) == part {
        if let first = table.add(index, hashes, isSame) {
          repetitions.append(Repetition(later: index, first: first))
        }
      }
      return (table, repetitions)
    }

    private init(capacity: Int) {
      var size = 8
      while size < 2 * capacity { size *= 2 }
      slots = [UInt32](repeating: 0, count: size)
    }

    /// Adds a record, or says which earlier one has its key.
    private mutating func add(
      _ index: Int, _ hashes: [UInt32], _ isSame: (Int, Int) -> Bool
    ) -> Int? {
      var slot = Int(hashes[index]) & (slots.count - 1)
      while slots[slot] != 0 {
        let other = Int(slots[slot]) - 1
        if hashes[other] == hashes[index], isSame(other, index) { return other }
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = UInt32(index + 1)
      return nil
    }

    func first(_ hash: UInt32, where isSame: (Int) -> Bool) -> Int? {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let index = Int(slots[slot]) - 1
        if isSame(index) { return index }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }
}
