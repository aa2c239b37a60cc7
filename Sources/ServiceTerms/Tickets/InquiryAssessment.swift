import Records

/// Whether an inquiry costs tickets (チケットの要否).
///
/// > Terms: TS-6, TS-7, TS-8
struct InquiryAssessment {
  let frame: MonthFrame
  let cover: MaintenanceCover

  /// `drawn` where tickets are asked for, also where the inquiry asks for none.
  func state(of facts: PostedInquiry.Facts) -> DrawState {
    let day = facts.receivedAt.day
    if facts.category == .hardwareIsolation, cover.isInForce(for: facts.customer, on: day) { return .free }
    let own = frame.ruleBook(on: day).edition.settings.ownMaintainerKeys
    return facts.maintainerKey.isEmpty || own.contains(facts.maintainerKey) ? .drawn : .outOfScope
  }
}
