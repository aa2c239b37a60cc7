import Records
import Testing

@Suite("The catalogue's editions")
struct CatalogueTests {
  static func edition(_ year: Int) throws -> Edition {
    Edition(effectiveFrom: try #require(Day(year: year, month: 4, day: 1)), services: [:])
  }

  @Test("An edition is in force from its day until the next begins; before the first, the first is")
  func inForce() throws {
    let catalogue = try #require(
      Catalogue(editions: [try Self.edition(2027), try Self.edition(2025), try Self.edition(2026)]))
    func year(_ year: Int, _ month: Int, _ day: Int) throws -> Int {
      catalogue.edition(on: try #require(Day(year: year, month: month, day: day))).effectiveFrom.year
    }
    #expect(try year(2020, 1, 1) == 2025)
    #expect(try year(2026, 3, 31) == 2025)
    #expect(try year(2026, 4, 1) == 2026)
    #expect(try year(2099, 1, 1) == 2027)
  }

  @Test("A catalogue has editions, of different days")
  func refused() throws {
    #expect(Catalogue(editions: []) == nil)
    #expect(Catalogue(editions: [try Self.edition(2026), try Self.edition(2026)]) == nil)
  }

  @Test("A file of holidays speaks of its own years only")
  func years() throws {
    #expect(NationalHolidays(byDay: [:]) == nil)
    let first = try #require(Day(year: 1990, month: 1, day: 1))
    let last = try #require(Day(year: 2027, month: 11, day: 23))
    #expect(NationalHolidays(byDay: [last: "勤労感謝の日", first: "元日"])?.years == 1990...2027)
  }
}
