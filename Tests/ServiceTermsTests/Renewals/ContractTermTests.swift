import Records
import Testing

@testable import ServiceTerms

@Suite("The terms of a contract")
struct ContractTermTests {
  static func starts(
    _ startsOn: Day, _ endsOn: Day, by limit: Day, successor: Day? = nil, cancelled: Day? = nil
  ) -> [Day] {
    contract(.advanceSendback) {
      $0.startsOn = startsOn
      $0.endsOn = endsOn
      $0.autoRenew = true
      $0.cancelledOn = cancelled
    }.terms(successorStart: successor, startingBy: limit).map(\.startsOn)
  }

  @Test("Automatic terms are counted from the first renewal, so 29 February comes back")
  func leapDay() {
    let terms = contract(.advanceSendback) {
      $0.startsOn = "2023-03-01"
      $0.endsOn = "2024-02-28"
      $0.autoRenew = true
    }.terms(successorStart: nil, startingBy: "2028-12-31")
    #expect(
      terms.map(\.startsOn)
        == ["2023-03-01", "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"])
    #expect(terms.dropLast().map(\.endsOn.next) == Array(terms.dropFirst().map(\.startsOn)))
    #expect(terms.map(\.isAutomatic) == [false, true, true, true, true, true])
  }

  @Test("A row without automatic renewal is one term, however long")
  func once() {
    let single = contract(.advanceSendback) { $0.endsOn = "2031-03-31" }
    #expect(single.terms(successorStart: nil, startingBy: "2040-01-01").count == 1)
    #expect(
      contract(.advanceSendback).terms(successorStart: nil, startingBy: "2026-10-31").first?.days == 365)
  }

  @Test("A term starts on the day of the limit and of the cancellation, not on that of the successor")
  func limits() {
    let from: Day = "2024-04-01"
    let to: Day = "2025-03-31"
    #expect(Self.starts(from, to, by: "2026-04-01") == [from, "2025-04-01", "2026-04-01"])
    #expect(Self.starts(from, to, by: "2026-03-31") == [from, "2025-04-01"])
    #expect(Self.starts(from, to, by: "2029-01-01", cancelled: "2025-04-01") == [from, "2025-04-01"])
    #expect(Self.starts(from, to, by: "2029-01-01", cancelled: "2025-03-31") == [from])
    #expect(Self.starts(from, to, by: "2029-01-01", successor: "2025-04-01") == [from])
    #expect(Self.starts(from, to, by: "2029-01-01", successor: "2025-04-02") == [from, "2025-04-01"])
  }
}
