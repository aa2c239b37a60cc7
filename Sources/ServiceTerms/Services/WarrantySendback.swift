import Records

/// Return to depot under the manufacturer's warranty (センドバック・メーカー製品保証).
enum WarrantySendback {
  /// Shipped when the maker's repair ended, which may take weeks: no deadline.
  ///
  /// > Terms: MW-1
  static let target = Target(.mw1)
}
