import Records
import Testing

@testable import Intake

struct ContractsExportTests {
  @Test("a row becomes a contract, with the defaults where columns are absent")
  func defaults() throws {
    let contract = try #require(contracts(Sample.contract).export.rows.first)
    let expected = Contract(
      id: "C-1", customer: "K-1", customerName: "Acme", service: .advanceSendback,
      startsOn: try #require(Day(year: 2026, month: 4, day: 1)),
      endsOn: try #require(Day(year: 2027, month: 3, day: 31)), annualFee: 120_000, region: .tokyo)
    #expect(contract == expected)
    #expect(contract.ticketPacks == 1)
    #expect(contract.billingName == "Acme")
  }

  @Test("every column reaches its property")
  func everyColumn() throws {
    let header = ContractsExport.Column.allCases.map(\.rawValue).joined(separator: ",")
    let contract = try #require(
      contracts(
        "C-1,K-1,株式会社海風,通常オンサイト,2026/4/1,R9.3.31,\"120,000\",離島,2026-03-20,Y,有,3,1,はい,C-2,2026-12-31,TS-464,SN1,海風 経理部,東京都",
        header: header
      ).export.rows.first)
    #expect(contract.customerName == "株式会社海風")
    #expect(contract.service == .standardOnsite)
    #expect(contract.endsOn.description == "2027-03-31")
    #expect(contract.annualFee == 120_000)
    #expect(contract.region == .remote)
    #expect(contract.deliveredOn?.description == "2026-03-20")
    #expect(contract.fourHourArea && contract.nonReturnDisk && contract.autoTopUp && contract.autoRenew)
    #expect(contract.ticketPacks == 3)
    #expect(contract.renewedBy == "C-2")
    #expect(contract.cancelledOn?.description == "2026-12-31")
    #expect(contract.productModel == "TS-464")
    #expect(contract.serialNumber == "SN1")
    #expect(contract.billingName == "海風 経理部")
    #expect(contract.billingAddress == "東京都")
  }

  @Test("an empty fee is no zero, and technical support has no region")
  func emptyFields() throws {
    let contract = try #require(
      contracts("C,K,Acme,technical_support,2026-04-01,2027-03-31,,").export.rows.first)
    #expect(contract.annualFee == nil)
    #expect(contract.region == nil)
  }

  @Test("ND-1 the option without on-site service is an error", arguments: ServiceCode.allCases)
  func nonReturnDisk(service: ServiceCode) throws {
    let reading = try contracts(
      "C,K,Acme,\(service.rawValue),2026-04-01,2027-03-31,1,tokyo,Y",
      header: Sample.contractHeader + ",non_return_disk")
    #expect(reading.findings.map(\.code) == (service.isOnsite ? [] : [.optionWithoutOnsite]))
  }

  @Test("ON-5 standard on-site outside the metro areas needs a delivery date", arguments: Region.allCases)
  func deliveredOn(region: Region) throws {
    let row = "C,K,Acme,standard_onsite,2026-04-01,2027-03-31,1,\(region.rawValue)"
    let codes: [FindingCode] = region.isMetro ? [] : [.required]
    #expect(try contracts(row).findings.map(\.code) == codes, "the column is absent")
    let header = Sample.contractHeader + ",delivered_on"
    #expect(try contracts(row + ",", header: header).findings.map(\.code) == codes, "the field is empty")
    #expect(try contracts(row + ",2026-03-01", header: header).findings.isEmpty)
  }

  @Test("a term may end on the day on which it starts")
  func oneDay() throws {
    #expect(try contracts("C,K,Acme,onsite_24h,2026-04-01,2026-04-01,1,tokyo").findings.isEmpty)
  }
}
