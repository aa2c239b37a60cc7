import Records
import Testing

@testable import Intake

@Suite("The service catalogue")
struct CatalogueTemplateTests {
  static let shipped = shippedTemplate("catalogue.yml")

  static func read(_ yaml: String) throws -> Catalogue {
    try CatalogueTemplate.read(yaml, file: "catalogue.yml")
  }

  /// The shipped catalogue with one text replaced, which must be there.
  static func shipped(replacing text: String, by other: String) -> String {
    #expect(shipped.contains(text))
    return shipped.replacing(text, with: other, maxReplacements: 1)
  }

  /// The shipped catalogue with a second edition.
  static func later(_ yaml: String) -> String { shipped + "\n  - effective_from: 2027-04-01\n" + yaml }

  @Test("The shipped catalogue holds the decided values")
  func decidedValues() throws {
    let edition = try Self.read(Self.shipped).edition(on: #require(Day(year: 2026, month: 10, day: 1)))
    #expect(edition.settings.withoutAgreement == .notJudged)
    #expect(edition.settings.freightRecharge == .advance)
    #expect(edition.settings.cancellation == .noRefund)
    #expect(edition.settings.chargeUnreturnedAfterDays == nil)
    #expect(edition.settings.renewalHorizonDays == 90)
    #expect(edition.settings.ownMaintainerKeys == ["qnap systems, inc.", "qnap"])
    #expect(edition.settings.prepaidThreshold == 10_000_000)
    #expect(edition.closures.yearEndFrom == MonthDay(month: 12, day: 29))
    #expect(edition.closures.yearEndThrough == MonthDay(month: 1, day: 3))
    #expect(edition.closures.companyHolidays.isEmpty)
    #expect(edition.businessHours == BusinessHours())
  }

  @Test("TS-9 The ticket pack has the only price: 60,000 yen for 5 tickets", arguments: ServiceCode.allCases)
  func prices(service: ServiceCode) throws {
    let edition = try #require(Self.read(Self.shipped).editions.first)
    let entry = try #require(edition.services[service])
    #expect(entry.price == (service == .technicalSupport ? 60_000 : nil))
    #expect(entry.billsFirstTerm == (service == .technicalSupport))
    #expect(entry.objective == nil)
    #expect(edition.targets.ticketsPerPack == 5)
  }

  @Test("SB-2, ON-1, OD-1, TS-1 Channels and reception hours are those of the terms")
  func channels() throws {
    let services = try #require(Self.read(Self.shipped).editions.first).services
    let hours = Reception.businessDays(
      from: TimeOfDay(hour: 9), through: TimeOfDay(hour: 17, minute: 30))
    for service in ServiceCode.allCases {
      #expect(services[service]?.channels == (service.isOnsite ? [.mail, .phone] : [.mail]))
      #expect(services[service]?.reception == (service == .onsite24h ? .always : hours))
    }
  }

  @Test("A later edition states what it changes and inherits the rest")
  func laterEdition() throws {
    let catalogue = try Self.read(
      Self.later(
        """
            services:
              standard_onsite:
                objective: 99.5
              technical_support:
                price: 66_000
            calendar:
              company_holidays:
                2027-08-13: 夏季休業
            settings:
              unreturned_part:
                charge_after_days: 30
        """))
    let before = catalogue.edition(on: try #require(Day(year: 2027, month: 3, day: 31)))
    let after = catalogue.edition(on: try #require(Day(year: 2027, month: 4, day: 1)))
    #expect(before.services[.standardOnsite]?.objective == nil)
    #expect(before.services[.technicalSupport]?.price == 60_000)
    #expect(after.services[.standardOnsite]?.objective == 995)
    #expect(after.services[.standardOnsite]?.channels == [.mail, .phone])
    #expect(after.services[.technicalSupport]?.price == 66_000)
    #expect(after.services[.technicalSupport]?.billsFirstTerm == true)
    #expect(after.closures.companyHolidays == [try #require(Day(year: 2027, month: 8, day: 13)): "夏季休業"])
    #expect(after.closures.yearEndFrom == before.closures.yearEndFrom)
    #expect(after.settings.chargeUnreturnedAfterDays == 30)
    #expect(after.carriers.map(\.name) == before.carriers.map(\.name))
  }

  @Test("Editions may stand in any order")
  func unordered() throws {
    let yaml =
      Self.shipped + "\n  - effective_from: 2028-01-01\n    settings: {freight_recharge: own_supply}\n"
      + "  - effective_from: 2027-01-01\n    settings: {cancellation: by_day}\n"
    let editions = try Self.read(yaml).editions
    #expect(editions.map(\.settings.cancellation) == [.noRefund, .byDay, .byDay])
    #expect(editions.map(\.settings.freightRecharge) == [.advance, .advance, .ownSupply])
  }

  @Test(
    "A wrong entry is a fault that names its line and field",
    arguments: [
      ("without_agreement: not_judged", "without_agreement: maybe", "settings.without_agreement"),
      ("cancellation: no_refund", "cancelation: no_refund", "settings.cancelation"),
      ("price: 60000", "price: 60.5", "services.technical_support.price"),
      ("clause: AR-1", "clause: AR-2", "targets.ship_within.clause"),
      ("AR-1, AR-2]", "AR-1, AR-9]", "services.advance_sendback.clauses[8]"),
      ("from: 09:00", "from: 18:00", "calendar.business_hours"),
      ("from: 12-29", "from: 12-32", "calendar.year_end.from"),
      ("time: 13:00", "time: 13時", "targets.same_day_until.time"),
      ("renewal_horizon_days: 90", "renewal_horizon_days: -1", "settings.renewal_horizon_days"),
      ("bill_first_term: false", "bill_first_term: maybe", "services.advance_sendback.bill_first_term"),
      ("objective: none", "objective: 100.1", "services.advance_sendback.objective"),
      ("company_holidays: none", "company_holidays: {2026-02-30: x}", "calendar.company_holidays.2026-02-30"),
      ("T8999999000001", "8999999000001", "carriers[1].registration_number"),
      ("name: 佐川急便", "name: ヤマト", "carriers[2]"),
      ("effective_from: 1990-01-01", "effective_from: 1990-1-1", "effective_from"),
    ])
  func faults(text: String, wrong: String, path: String) throws {
    let yaml = Self.shipped(replacing: text, by: wrong)
    let fault = try #require(throws: TemplateFault.self) { try Self.read(yaml) }
    #expect(fault.path == "editions[1]." + path)
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let word = wrong.split(separator: ":").last.map(String.init) ?? wrong
    let near = lines[(fault.line - 1)...min(fault.line, lines.count - 1)].joined()
    #expect(near.contains(word), "\(fault) does not point at its line")
  }

  @Test("A missing entry is named, also one below")
  func missing() throws {
    let yaml = Self.shipped(replacing: "        time: 13:00", by: "")
    let fault = try #require(throws: TemplateFault.self) { try Self.read(yaml) }
    #expect(fault.path == "editions[1].targets.same_day_until")
    #expect(fault.description.contains("\"time\" is missing"))
  }

  @Test("Two editions of one date are a fault of the later")
  func duplicateDate() throws {
    let yaml = Self.shipped + "\n  - effective_from: 1990-01-01\n"
    let fault = try #require(throws: TemplateFault.self) { try Self.read(yaml) }
    #expect(fault.path == "editions[2].effective_from")
  }
}
