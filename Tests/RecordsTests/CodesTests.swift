import Records
import Testing

@Suite("The words of the exports")
struct CodesTests {
  @Test(
    "A service is send-back, on-site or tickets, and only tickets are no maintenance",
    arguments: ServiceCode.allCases)
  func kinds(service: ServiceCode) {
    #expect([service.isSendback, service.isOnsite, !service.isMaintenance].count { $0 } == 1)
  }

  @Test("ON-2: Tokyo, Nagoya and Osaka are the cities of on-site service")
  func metro() {
    #expect(Region.allCases.filter(\.isMetro) == [.tokyo, .nagoya, .osaka])
  }

  @Test("Every clause has an id of two letters and a number, and no two are one")
  func clauses() {
    #expect(Clause.allCases.count == 32)
    #expect(Clause.allCases.allSatisfy { $0.id.firstMatch(of: /^[A-Z]{2}-[0-9]$/) != nil })
  }

  @Test("What rejects a row or a file is an error; what only informs, a notice")
  func severities() {
    #expect(FindingCode.orderViolation.severity == .error)
    #expect(FindingCode.noTicketPack.severity == .warning)
    #expect(FindingCode.afterMonth.severity == .notice)
    #expect(
      FindingCode.allCases.filter { $0.severity == .notice }
        == [.unknownColumn, .totalRow, .afterMonth, .noLedger, .monthClosed])
  }
}
