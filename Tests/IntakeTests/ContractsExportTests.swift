import Records
import Testing

@testable import Intake

struct ContractsExportTests {
  @Test func `a row becomes a contract`() throws {
    let contract = try #require(contracts(Sample.contract).export.rows.first)
    #expect(contract.id == "C-1")
    #expect(contract.customer == "K-1")
    #expect(contract.customerName == "Acme")
    #expect(contract.service == .advanceSendback)
    #expect(contract.startsOn.description == "2026-04-01")
    #expect(contract.endsOn.description == "2027-03-31")
    #expect(contract.annualFee == 120_000)
    #expect(contract.region == .tokyo)
    #expect(contract.billingName == "Acme")
    #expect(contract.ticketPacks == 1)
  }
}
