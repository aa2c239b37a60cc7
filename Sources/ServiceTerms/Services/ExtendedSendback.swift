import Records

/// Return to depot after the warranty (延長センドバック・メーカー製品保証後).
enum ExtendedSendback {
  /// Shipped after receipt and repair, which may take weeks: no deadline.
  ///
  /// > Terms: EX-1
  static let target = Target(.ex1)
}
