public import Records

/// What stands in a step's sentence, with its unit (説明に差し込む値).
public enum StepValue: Hashable, Sendable {
  case day(Day)
  case instant(JSTInstant)
  case deadline(Deadline)
  case month(BillingMonth)
  case time(TimeOfDay)
  /// A count of days, months or tickets; the sentence names the unit.
  case number(Int)
  /// The n-th business day after a day.
  case businessDay(Int)
  case businessMinutes(Int)
  case elapsedMinutes(Int)
  case yen(Yen)
  case text(String)
  case service(ServiceCode)
  case region(Region)
  case channel(Channel)
  case category(InquiryCategory)
  case verdict(Verdict)
  case basis(DeadlineBasis)
  case leg(Leg)
  case party(Party)
  case freightTerms(FreightTerms)
}

/// The names of the values in a step's sentence (差し込み名): `{received}` in the templates.
public enum StepParameter: String, CaseIterable, Sendable {
  case agreed, amount, answered
  case asOf = "as_of"
  case basis, bearer, before, billed, bucket, cancelled, category
  case channel, contract
  case coverFrom = "cover_from"
  case customer, day, days, deadline, delivered, due, earliest
  case effective, end, event, expired, from, granted, isolated, last, leg, maintainer, margin, minutes, month
  case months, nth, outcome, packs, price, received, region, remaining, serial, service, shipped, start
  case subject, successor, terms, through, tickets, until, used, verdict
}
