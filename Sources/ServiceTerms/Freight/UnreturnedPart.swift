public import Records

/// How long a failed part has been out (未返却日数の区分).
public enum AgeBucket: String, CaseIterable, Sendable {
  case upTo7 = "0-7"
  case upTo14 = "8-14"
  case upTo30 = "15-30"
  case upTo60 = "31-60"
  case over60 = "61+"

  public init(days: Int) {
    self =
      switch days {
      case ...7: .upTo7
      case ...14: .upTo14
      case ...30: .upTo30
      case ...60: .upTo60
      default: .over60
      }
  }
}

/// A failed part that the customer has not sent back (故障パーツ未返却).
///
/// > Terms: AR-2
public struct UnreturnedPart: Equatable, Sendable {
  public var caseIndex: Int32
  public var contractIndex: Int32
  /// When the replacement was shipped.
  public var shippedOn: Day
  /// Days from then to the month's last day.
  public var ageDays: Int
  public var bucket: AgeBucket { AgeBucket(days: ageDays) }
  /// The first day on which the age exceeds the limit, once it does; nil while nothing is charged.
  public var chargedOn: Day?
}

/// A failed disk that stays with the customer (ディスク引渡し).
///
/// > Terms: ND-1, ND-2
public struct KeptDisk: Equatable, Sendable {
  public var caseIndex: Int32
  public var contractIndex: Int32
  public var completedOn: Day
}
