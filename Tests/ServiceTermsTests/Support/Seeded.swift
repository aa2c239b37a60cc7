import Records

/// Numbers that look random and are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
  mutating func pick<Element>(_ choices: [Element], or other: Element) -> Element {
    choices.randomElement(using: &self) ?? other
  }
  /// An instant of the days after `day`, with a taste for full hours and midnight.
  mutating func instant(from day: Day, days: Int) -> JSTInstant {
    let date = day + Int.random(in: 0..<days, using: &self)
    if chance(15) { return date.start }
    let seconds = Int.random(in: 0..<86_400, using: &self)
    return date.at(TimeOfDay(seconds: chance(30) ? seconds / 3600 * 3600 : seconds))
  }
}

extension Seeded {
  /// A contract of any service, region and option around 2026.
  mutating func contract(_ id: Identifier) -> Contract {
    var made = ServiceTermsTests.contract(pick(ServiceCode.allCases, or: .advanceSendback), id)
    made.customer = pick(["K-1", "K-2", "K-3"], or: "K-1")
    made.region = pick(Region.allCases, or: .tokyo)
    made.startsOn = "2025-01-01" + Int.random(in: 0..<640, using: &self)
    made.endsOn = made.startsOn + pick([30, 364, 365, 730], or: 364)
    made.deliveredOn = made.startsOn - Int.random(in: 0..<60, using: &self)
    made.fourHourArea = chance(60)
    made.nonReturnDisk = made.service.isOnsite && chance(40)
    made.autoRenew = chance(30)
    made.autoTopUp = chance(40)
    made.ticketPacks = chance(20) ? 2 : 1
    if chance(15) { made.cancelledOn = made.startsOn + Int.random(in: -5..<400, using: &self) }
    if chance(15) { made.renewedBy = Identifier("C-\(Int.random(in: 0..<14, using: &self))") }
    return made
  }

  /// A case of the months around October 2026, in any state of progress.
  mutating func supportCase(_ id: Identifier) -> SupportCase {
    var made = ServiceTermsTests.supportCase(received: instant(from: "2026-08-25", days: 70))
    made.id = id
    made.contract = Identifier("C-\(Int.random(in: 0..<13, using: &self))")
    let day = made.receivedAt.day
    if chance(85) { made.isolatedAt = instant(from: day - 1, days: 8) }
    let isolatedOn = made.isolatedAt?.day ?? day
    if chance(50) { made.agreedVisitAt = instant(from: isolatedOn, days: 10) }
    if chance(60) {
      made.arrivedAt = max(instant(from: isolatedOn, days: 10), made.isolatedAt ?? made.receivedAt)
    }
    if chance(60) { made.replacement.shippedAt = instant(from: isolatedOn, days: 10) }
    if chance(50) { made.failedPart.shippedAt = instant(from: isolatedOn, days: 20) }
    if chance(40) { made.failedPartReceivedAt = instant(from: isolatedOn, days: 30) }
    if chance(50) { made.completedAt = instant(from: day, days: 40) }
    made.failedPart.terms = chance(50) ? .prepaid : .collect
    made.replacement.terms = chance(50) ? .prepaid : .collect
    if chance(70) { made.replacement.freight = Yen(Int.random(in: 500..<3000, using: &self)) }
    if chance(70) { made.failedPart.freight = Yen(Int.random(in: 500..<3000, using: &self)) }
    made.outcome = chance(80) ? .hardwareFault : pick([.noFault, .withdrawn], or: .noFault)
    made.partSoldByUs = chance(90)
    made.part = chance(50) ? .disk : .enclosure
    made.diskRetained = chance(30)
    return made
  }

  mutating func inquiry(_ id: Identifier) -> TicketUse {
    ServiceTermsTests.inquiry(
      id, at: instant(from: "2026-08-25", days: 70), tickets: Int.random(in: 0..<9, using: &self),
      category: pick(InquiryCategory.allCases, or: .other)
    ) {
      $0.customer = pick(["K-1", "K-2", "K-3", "K-4"], or: "K-1")
      let key = pick(["", "", "qnap", "plex"], or: "")
      $0.maintainer = key.isEmpty ? nil : Maintainer(name: key, key: key)
    }
  }

  /// Twelve contracts C-0 to C-11, and cases and inquiries on them and on one that is not there.
  mutating func month(_ month: BillingMonth = "2026-10", cases: Int = 60, inquiries: Int = 40) -> TestMonth {
    TestMonth(
      month: month, contracts: (0..<12).map { contract(Identifier("C-\($0)")) },
      cases: (0..<cases).map { supportCase(Identifier("S-\($0)")) },
      inquiries: (0..<inquiries).map { inquiry(Identifier("U-\($0)")) })
  }
}
