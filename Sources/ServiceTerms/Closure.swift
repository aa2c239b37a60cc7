/// Why a day is no business day (休業日の理由).
public enum Closure: Hashable, Sendable {
  case nationalHoliday(String)
  case yearEnd
  case companyHoliday(String)
  /// A Saturday or Sunday that is closed for no other reason.
  case weekend
}
